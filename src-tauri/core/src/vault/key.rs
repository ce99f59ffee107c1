//! The file's key: from the passphrase through Argon2id, or from the printed recovery code, which is the key itself.

use argon2::{Algorithm, Argon2, Params, Version};
use data_encoding::Encoding;
use data_encoding_macro::new_encoding;
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::VaultError;

/// SQLCipher keeps its salt in the clear in the file's first bytes; the same salt serves Argon2id, so that the file
/// needs no key slots and no second file.
pub(super) const SALT_LENGTH: usize = 16;

/// Argon2id cost of format 1: 64 MiB, three passes, one lane (about 0.15 s on a plain laptop).
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;

/// Without 0/O, 1/I/L, U: what is read aloud or copied by hand stays unambiguous (Crockford's alphabet).
const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS: usize = 13;
const BASE_32: Encoding = new_encoding! { symbols: "0123456789ABCDEFGHJKMNPQRSTVWXYZ", };

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
        let characters: Vec<char> = BASE_32.encode(&self.0).chars().collect();
        let group = |(place, data): (usize, &[char])| data.iter().copied().chain(check(place, data)).collect();
        characters.chunks(4).enumerate().map(group).collect()
    }

    /// Reads a recovery code; case, spaces and hyphens do not matter, and O, I and L are taken for the digits they
    /// look like.
    pub(super) fn from_recovery_code(code: &str) -> Result<Self, RecoveryCodeError> {
        let characters: Vec<char> = code.chars().filter(|c| c.is_alphanumeric()).map(meant).collect();
        if characters.len() != GROUPS * 5 {
            return Err(RecoveryCodeError::Length(characters.len()));
        }
        let mut whole = String::new();
        for (place, group) in characters.chunks(5).enumerate() {
            let (data, checked) = group.split_at(4);
            if check(place, data).is_none_or(|check| checked != [check]) {
                return Err(RecoveryCodeError::Group(place + 1));
            }
            whole.extend(data);
        }
        // 52 characters hold 260 bits: only the last group can say more than a key.
        let key = BASE_32.decode(whole.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
        key.map(Self).ok_or(RecoveryCodeError::Group(GROUPS))
    }

    /// SQLCipher's raw key literal with the salt.
    pub(super) fn pragma(&self, salt: &[u8; SALT_LENGTH]) -> zeroize::Zeroizing<String> {
        zeroize::Zeroizing::new(format!("x'{}{}'", hex::encode(self.0), hex::encode(salt)))
    }
}

/// The group's check character: a weighted sum modulo 31, with the place mixed in. The weights are distinct and prime to
/// 31, so that every single miscopied character (bar 0 against Z) and every swap of neighbours is noticed. `None` where a
/// character is not of the alphabet.
fn check(place: usize, data: &[char]) -> Option<char> {
    let mut sum = place * 11;
    for (character, weight) in data.iter().zip([2, 3, 5, 7]) {
        sum += ALPHABET.find(*character)? * weight;
    }
    ALPHABET.chars().nth(sum % 31)
}

fn meant(c: char) -> char {
    match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
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
            prop_assume!(code[at] != ALPHABET.as_bytes()[to] && code[at] != b'Z' );
            code[at] = ALPHABET.as_bytes()[to];
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
