//! The file's key: from the passphrase through Argon2id, or from the printed recovery code, which is the key itself.

use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::VaultError;

/// SQLCipher keeps its salt in the clear in the file's first bytes; the same salt serves Argon2id, so that the file
/// needs no key slots and no second file.
pub(super) const SALT_LENGTH: usize = 16;

/// Argon2id cost of format 1: 64 MiB, three passes, one lane (about 0.15 s on a plain laptop).
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;

/// Without 0/O, 1/I/L, U: what is read aloud or copied by hand stays unambiguous (Crockford's alphabet).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS: usize = 13;

/// The raw key of a file.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub(super) struct Key([u8; 32]);

/// Why a recovery code cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryCodeError {
    /// Not 13 groups of five.
    #[error("恢复码应有 13 组、每组 5 个字符，现在读到 {0} 个字符")]
    Length(usize),
    /// A group's check character does not fit.
    #[error("恢复码第 {0} 组抄写有误，请对照打印件再看一遍")]
    Group(usize),
}

impl Key {
    pub(super) fn from_passphrase(passphrase: &str, salt: &[u8; SALT_LENGTH]) -> Result<Self, VaultError> {
        let params = Params::new(MEMORY_KIB, PASSES, 1, Some(32)).map_err(|_| VaultError::Randomness)?;
        let mut key = [0; 32];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), salt, &mut key)
            .map_err(|_| VaultError::Randomness)?;
        Ok(Self(key))
    }

    /// The recovery code: the key's 256 bits as 52 characters in groups of four, each group followed by a check
    /// character that also depends on the group's place, so that a swapped or miscopied group is named.
    pub(super) fn recovery_code(&self) -> Vec<String> {
        let bit = |i: usize| self.0.get(i / 8).map_or(0, |byte| byte >> (7 - i % 8) & 1);
        let symbols: Vec<u8> = (0..GROUPS * 4).map(|s| (0..5).fold(0, |v, b| v << 1 | bit(s * 5 + b))).collect();
        let group = |(place, values): (usize, &[u8])| {
            values.iter().chain([&check(place, values)]).map(|v| char::from(ALPHABET[usize::from(*v)])).collect()
        };
        symbols.chunks(4).enumerate().map(group).collect()
    }

    /// Reads a recovery code; case, spaces and hyphens do not matter, and O, I and L are taken for the digits they
    /// look like.
    pub(super) fn from_recovery_code(code: &str) -> Result<Self, RecoveryCodeError> {
        let characters: Vec<char> = code.chars().filter(|c| c.is_alphanumeric()).collect();
        if characters.len() != GROUPS * 5 {
            return Err(RecoveryCodeError::Length(characters.len()));
        }
        let mut key = [0; 32];
        let mut bits = 0;
        for (place, group) in characters.chunks(5).enumerate() {
            let wrong = || RecoveryCodeError::Group(place + 1);
            let values = group.iter().map(|c| symbol(*c)).collect::<Option<Vec<u8>>>().ok_or_else(wrong)?;
            let (data, checked) = values.split_at(4);
            if checked != [check(place, data)] {
                return Err(wrong());
            }
            for bit in data.iter().flat_map(|value| (0..5).rev().map(move |b| value >> b & 1)) {
                if let Some(byte) = key.get_mut(bits / 8) {
                    *byte |= bit << (7 - bits % 8);
                } else if bit == 1 {
                    return Err(wrong());
                }
                bits += 1;
            }
        }
        Ok(Self(key))
    }

    /// SQLCipher's raw key literal with the salt.
    pub(super) fn pragma(&self, salt: &[u8; SALT_LENGTH]) -> zeroize::Zeroizing<String> {
        zeroize::Zeroizing::new(format!("x'{}{}'", hex::encode(self.0), hex::encode(salt)))
    }
}

/// The group's check value: a weighted sum modulo 31, with the place mixed in. The weights are distinct and prime to
/// 31, so that every single miscopied character (bar 0 against Z) and every swap of neighbours is noticed.
fn check(place: usize, values: &[u8]) -> u8 {
    let sum: usize = values.iter().zip([2, 3, 5, 7]).map(|(value, weight)| usize::from(*value) * weight).sum();
    u8::try_from((sum + place * 11) % 31).unwrap_or_default()
}

fn symbol(c: char) -> Option<u8> {
    let c = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|a| char::from(*a) == c).and_then(|i| u8::try_from(i).ok())
}

pub(super) fn random_salt() -> Result<[u8; SALT_LENGTH], VaultError> {
    let mut salt = [0; SALT_LENGTH];
    getrandom::fill(&mut salt).map_err(|_| VaultError::Randomness)?;
    Ok(salt)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_recovery_code_gives_the_key_back(bytes: [u8; 32]) {
            let code = Key(bytes).recovery_code().join("-").to_lowercase();
            prop_assert_eq!(Key::from_recovery_code(&code).map(|key| key.0), Ok(bytes));
        }

        #[test]
        fn a_miscopied_character_is_noticed_and_its_group_named(bytes: [u8; 32], at in 0..65usize, to in 0..31usize) {
            let mut code: Vec<u8> = Key(bytes).recovery_code().concat().into_bytes();
            prop_assume!(code[at] != ALPHABET[to] && code[at] != b'Z' );
            code[at] = ALPHABET[to];
            let read = Key::from_recovery_code(&String::from_utf8(code).unwrap()).map(|key| key.0);
            prop_assert_eq!(read, Err(RecoveryCodeError::Group(at / 5 + 1)));
        }

        #[test]
        fn swapped_groups_are_noticed(bytes: [u8; 32], a in 0..13usize, b in 0..13usize) {
            let mut groups = Key(bytes).recovery_code();
            prop_assume!(a != b && groups[a] != groups[b]);
            groups.swap(a, b);
            prop_assert!(Key::from_recovery_code(&groups.concat()).is_err());
        }
    }

    #[test]
    fn the_same_passphrase_and_salt_give_the_same_key_and_another_salt_another() {
        let code = |salt| Key::from_passphrase("出门在外 2026", &salt).map(|key| key.recovery_code()).unwrap();
        assert_eq!(code([1; 16]), code([1; 16]));
        assert_ne!(code([1; 16]), code([2; 16]));
    }
}
