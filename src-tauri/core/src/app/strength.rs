//! How well a passphrase protects, told from how it would be guessed rather than from its length alone.

use std::collections::BTreeSet;

use pinyin::ToPinyinMulti;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zxcvbn::feedback::{Feedback, Warning};
use zxcvbn::matching::patterns::MatchPattern;
use zxcvbn::zxcvbn;

use super::App;
use crate::branch;
use crate::desk::Job;
use crate::problem::Invalid;
use crate::vault::{Vault, VaultError};

/// A passphrase has at least so many characters.
const SHORTEST: usize = 8;

/// Guesses (as powers of ten) below which a passphrase is refused, and from which it is called strong. One guess costs
/// a tenth of a second of a computer (`vault/key.rs`): 10⁸ are four months of one that does nothing else.
const REFUSED_BELOW: f64 = 8.0;
const STRONG_FROM: f64 = 11.0;

/// Of a name's readings at most so many are tried.
const READINGS: usize = 256;

/// What many people in China choose, beside what the library knows: the most frequent first.
const COMMON: &str = include_str!("../../data/common_passphrases.txt");

/// Asks how well a passphrase would protect.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PassphraseJudgeRequest {
    /// The passphrase as it is being typed.
    pub passphrase: String,
    /// What anybody would try: the branch's name while the file is not made yet.
    #[serde(default)]
    pub about: Vec<String>,
}

/// How well a passphrase protects, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PassphraseStrength {
    /// It is taken.
    pub accepted: bool,
    /// What is wrong with it and what to do, or how good it is; empty for nothing typed.
    pub words: String,
}

/// How well a passphrase would protect; nothing is kept of it.
///
/// # Errors
/// [`VaultError`] when the open file cannot be read.
pub fn judge_passphrase(
    app: &App,
    mut request: PassphraseJudgeRequest,
    _: &Job<'_>,
) -> Result<PassphraseStrength, VaultError> {
    if let Some(vault) = app.vault().as_ref() {
        request.about.extend(names_in(vault)?);
    }
    Ok(strength_of(&request.passphrase, &request.about))
}

/// What everybody knows of the branch whose file is open.
pub(super) fn names_in(vault: &Vault) -> Result<Vec<String>, VaultError> {
    vault.read(|reader| Ok(names_of_branch(&branch::stored(reader)?)))
}

/// Its name, its unit's and its superior's.
pub(super) fn names_of_branch(branch: &branch::Branch) -> Vec<String> {
    [&branch.name, &branch.unit, &branch.superior].into_iter().filter(|name| !name.is_empty()).cloned().collect()
}

/// Refuses a passphrase that is easily guessed, at its `field`.
///
/// # Errors
/// [`VaultError::Invalid`].
pub(super) fn strong_enough(field: &str, passphrase: &str, about: &[String]) -> Result<(), VaultError> {
    let strength = strength_of(passphrase, about);
    let mut invalid = Invalid::default();
    if !strength.accepted {
        let words = if passphrase.is_empty() { "请设一个密码".to_owned() } else { strength.words };
        invalid.add(field, words);
    }
    Ok(invalid.into_result()?)
}

/// How well a passphrase protects against who knows `about` the branch.
pub fn strength_of(passphrase: &str, about: &[String]) -> PassphraseStrength {
    let refused = |words: String| PassphraseStrength { accepted: false, words };
    let length = passphrase.chars().count();
    if length == 0 {
        return refused(String::new());
    }
    if length < SHORTEST {
        return refused(format!("还差 {} 个字符", SHORTEST - length));
    }
    let in_digits = in_digits(passphrase);
    if in_digits.chars().all(|c| c.is_numeric() || c.is_whitespace() || c.is_ascii_punctuation()) {
        return refused("太弱：只有数字的密码（生日、电话、证件号）最先被人试到，请加上几个字或者字母".to_owned());
    }
    let own: Vec<String> = about.iter().flat_map(|name| names_of(name)).collect();
    // What is known of this branch is tried first.
    let known: Vec<&str> = own.iter().map(String::as_str).chain(COMMON.lines()).collect();
    let judged = zxcvbn(&in_digits, &known);
    // The library takes any letter for one of ten. Of those with which Chinese is written there are more, of which a
    // sentence uses the frequent ones.
    let guessed_by_letter = judged.sequence().iter().filter(|part| matches!(part.pattern, MatchPattern::BruteForce));
    let han = guessed_by_letter.flat_map(|part| part.token.chars()).filter(|c| !c.is_ascii()).count();
    let guesses = judged.guesses_log10() + han as f64 / 2.0;
    if guesses < REFUSED_BELOW {
        let holds = |name: &&String| passphrase.to_lowercase().contains(name.as_str());
        let why = match own.iter().find(holds) {
            Some(_) => "支部的名称别人都知道",
            None => judged.feedback().and_then(Feedback::warning).map_or("别人容易猜到", in_words),
        };
        return refused(format!("太弱：{why}。请换成几个互不相干的词，或者一句只有自己知道的话"));
    }
    let words = if guesses < STRONG_FROM { "一般：再加一两个词更好" } else { "强" };
    PassphraseStrength { accepted: true, words: words.to_owned() }
}

/// The same with numbers in digits, and days as digits alone: 一九九〇年1月1日 is no better than 19900101.
fn in_digits(passphrase: &str) -> String {
    const DIGITS: &str = "〇一二三四五六七八九";
    let digit = |c: char| match c {
        '零' | '○' => Some('0'),
        '两' => Some('2'),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        c => DIGITS.chars().position(|known| known == c).and_then(|n| char::from_digit(u32::try_from(n).ok()?, 10)),
    };
    let shown: Vec<char> = passphrase.chars().map(|c| digit(c).unwrap_or(c)).collect();
    // One number among words is a word; a run of them is a number.
    let is_number = |at: Option<&char>| at.is_some_and(|c| c.is_ascii_digit() || "年月日号十".contains(*c));
    let near = |at: usize| is_number(at.checked_sub(1).and_then(|at| shown.get(at))) || is_number(shown.get(at + 1));
    let written = passphrase.chars().zip(&shown).enumerate();
    written
        .filter_map(|(at, (written, shown))| match written {
            '年' | '月' | '日' | '号' | '十' if near(at) => None,
            _ => Some(if near(at) { *shown } else { written }),
        })
        .collect()
}

/// A name as it is written, in pinyin and in initials, each in every reading of its characters.
fn names_of(name: &str) -> Vec<String> {
    let mut spelled = vec![(String::new(), String::new())];
    for readings in name.chars().filter_map(|c| c.to_pinyin_multi()) {
        let readings: BTreeSet<&str> = readings.into_iter().map(pinyin::Pinyin::plain).collect();
        let mut longer = Vec::new();
        for (whole, initials) in &spelled {
            for reading in &readings {
                longer
                    .push((format!("{whole}{reading}"), format!("{initials}{}", reading.get(..1).unwrap_or_default())));
            }
        }
        longer.truncate(READINGS);
        spelled = longer;
    }
    let spelled: BTreeSet<String> = spelled.into_iter().flat_map(|(whole, initials)| [whole, initials]).collect();
    let names = std::iter::once(name.trim().to_lowercase()).chain(spelled);
    names.filter(|name| name.chars().count() > 2).collect()
}

fn in_words(warning: Warning) -> &'static str {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess => {
            "键盘上连着的键容易猜到"
        }
        Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            "重复的字容易猜到"
        }
        Warning::SequencesLikeAbcAreEasyToGuess => "连续的字母或者数字容易猜到",
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => "年份和日期容易猜到",
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => "许多人都用这样的密码",
        Warning::AWordByItselfIsEasyToGuess => "单独一个词容易猜到",
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess | Warning::CommonNamesAndSurnamesAreEasyToGuess => {
            "名字容易猜到"
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn judged(passphrase: &str) -> PassphraseStrength {
        strength_of(passphrase, &["晨曦行业协会党支部".to_owned()])
    }

    #[rstest]
    #[case("11111111")]
    #[case("12345678")]
    #[case("19900101")]
    #[case("1990-01-01")]
    #[case("13800010009")]
    #[case("440300199001010001")]
    #[case("１２３４５６７８９０１２")]
    #[case("password")]
    #[case("P@ssw0rd")]
    #[case("qwertyuiop")]
    #[case("1qaz2wsx")]
    #[case("woaini1314")]
    #[case("woaini520")]
    #[case("a123456789")]
    #[case("dangzhibu2026")]
    #[case("zhangsan123")]
    #[case("wang19900101")]
    #[case("aaaaaaaaaaaa")]
    #[case("abcabcabcabc")]
    #[case("支部支部支部支部")]
    #[case("党支部书记2026")]
    #[case("不忘初心牢记使命")]
    #[case("晨曦行业协会党支部")]
    #[case("晨曦行业协会党支部2026")]
    #[case("chenxihangyexiehuidangzhibu")]
    #[case("ChenxiHangyeXiehuiDangzhibu1")]
    #[case("cxhyxhdzb2026")]
    #[case("1990年01月01日")]
    #[case("一九九零年一月一日")]
    #[case("一九四九年十月一日")]
    #[case("一二三四五六七八")]
    #[case("张三19900101")]
    #[case("20260701建党")]
    #[case("床前明月光疑是地上霜")]
    #[case("为人民服务2026")]
    #[case("社会主义核心价值观")]
    fn what_others_would_try_first_is_refused_with_a_way_out(#[case] passphrase: &str) {
        let strength = judged(passphrase);
        assert!(!strength.accepted, "{passphrase}: {}", strength.words);
        assert!(strength.words.contains('请'), "{}", strength.words);
        assert!(!strength.words.contains(|c: char| c.is_ascii_alphabetic()), "{}", strength.words);
    }

    #[rstest]
    #[case("晨光里的名册2026")]
    #[case("新的一年新密码2027")]
    #[case("换过的密码一二三四")]
    #[case("另一个密码而已啊")]
    #[case("demo-branch-2026")]
    #[case("窗台第三盆绿萝")]
    #[case("correct horse battery")]
    #[case("Tiger-7kettle")]
    fn what_only_its_owner_would_think_of_is_taken(#[case] passphrase: &str) {
        let strength = judged(passphrase);
        let long_enough = passphrase.chars().count() >= SHORTEST;
        assert_eq!(strength.accepted, long_enough, "{passphrase}: {}", strength.words);
    }

    #[test]
    fn a_short_one_says_how_much_is_missing() {
        assert_eq!(judged("窗台绿萝").words, "还差 4 个字符");
        assert_eq!(judged("").words, "");
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_is_judged(passphrase in "\\PC{0,40}", name in "\\PC{0,20}") {
            strength_of(&passphrase, &[name]);
        }
    }
}
