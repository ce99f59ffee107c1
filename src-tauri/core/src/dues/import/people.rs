//! Whose dues a payment is: by the name under which somebody pays, by the name itself, by what was written. Pure.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::key;
use crate::roster::MemberId;
use crate::rules::RuleId;

/// Somebody whose dues can be paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) id: MemberId,
    pub(super) name: String,
}

/// Whose dues a payment is taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Whose {
    /// `None` when it may be several people.
    pub(super) person: Option<Person>,
    /// Why that is not certain; empty when it is.
    pub(super) doubt: String,
}

/// Everybody, by name and by the names under which they pay.
pub(super) struct People {
    by_name: BTreeMap<String, Vec<Person>>,
    by_alias: BTreeMap<String, Person>,
    /// How many characters names have, the longest first: so that 张三丰 is not taken for 张三.
    lengths: Vec<usize>,
}

/// Who a name or part of one can be.
#[derive(Debug, PartialEq, Eq)]
enum Party<'a> {
    Nobody,
    One(&'a Person),
    Namesakes(&'a [Person]),
    /// Part of the name is hidden.
    Masked(Vec<&'a Person>),
}

impl People {
    /// `is_there` says of namesakes who is a candidate at all: whoever left and owes nothing is none.
    pub(super) fn new(
        everyone: &[Person],
        aliases: &BTreeMap<String, MemberId>,
        mut is_there: impl FnMut(MemberId) -> bool,
    ) -> Self {
        let mut by_name = BTreeMap::<String, Vec<Person>>::new();
        for person in everyone {
            by_name.entry(key(&person.name)).or_default().push(person.clone());
        }
        by_name.remove("");
        for namesakes in by_name.values_mut().filter(|namesakes| namesakes.len() > 1) {
            let there: Vec<_> = namesakes.iter().filter(|person| is_there(person.id)).cloned().collect();
            if !there.is_empty() {
                *namesakes = there;
            }
        }
        let by_id: BTreeMap<_, _> = everyone.iter().map(|person| (person.id, person)).collect();
        let alias = |(alias, id): (&String, &MemberId)| Some((key(alias), (*by_id.get(id)?).clone()));
        let by_alias = aliases.iter().filter_map(alias).collect();
        // One character is no name that could be told from other words.
        let lengths: BTreeSet<_> =
            by_name.keys().map(|name| name.chars().count()).filter(|length| *length > 1).collect();
        Self { by_name, by_alias, lengths: lengths.into_iter().rev().collect() }
    }

    /// Whose dues a payment is; `None` when it names nobody.
    pub(super) fn whose(&self, party: &str, note: &str) -> Option<Whose> {
        let named = self.named_in(note);
        if named.len() > 1 {
            let names: Vec<_> = named.iter().map(|people| people[0].name.as_str()).collect();
            return Some(Whose::unknown(format!("备注里有几个人：{}，请核对是谁的党费", names.join("、"))));
        }
        let payer = self.party(party);
        let Some(namesakes) = named.first() else { return payer.alone(party) };
        let named = match (*namesakes, &payer) {
            ([named], _) => named,
            (_, Party::One(payer)) if namesakes.contains(payer) => payer,
            _ => return Some(Whose::namesakes(namesakes)),
        };
        let doubt = match payer {
            Party::One(payer) if payer.id == named.id => String::new(),
            Party::Masked(people) if people.iter().any(|person| person.id == named.id) => String::new(),
            Party::Namesakes(people) if people.iter().any(|person| person.id == named.id) => String::new(),
            Party::One(payer) => of_another(&payer.name, &named.name),
            Party::Namesakes(people) => of_another(&people[0].name, &named.name),
            Party::Masked(_) => of_another(party, &named.name),
            Party::Nobody if party.is_empty() => String::new(),
            Party::Nobody => format!("付款人“{party}”不在名册里，备注写的是{}，请核对", named.name),
        };
        Some(Whose { person: Some(named.clone()), doubt })
    }

    /// Who paid, as the statement has it: perhaps with an account's number or a nickname beside it.
    fn party(&self, party: &str) -> Party<'_> {
        let whole = key(party);
        if let Some(person) = self.by_alias.get(&whole) {
            return Party::One(person);
        }
        let plain = whole.split(['(', ')', '/', '|', '-', ':']).chain([whole.as_str()]);
        let without_account = |part: &str| part.trim_matches(|c: char| c.is_ascii_digit()).to_owned();
        let bare = without_account(&whole).split(|c: char| c.is_ascii_digit()).next().unwrap_or_default().to_owned();
        let parts: Vec<String> = plain.map(without_account).chain([bare]).collect();
        match parts.iter().find_map(|part| self.by_name.get(part)).map(Vec::as_slice) {
            Some([only]) => return Party::One(only),
            Some(namesakes) => return Party::Namesakes(namesakes),
            None => {}
        }
        let masked = parts.iter().find_map(|part| self.masked(part));
        masked.map_or(Party::Nobody, Party::Masked)
    }

    /// Who can stand behind `**霞` or `张*明`; `None` when nothing is hidden or nobody fits.
    fn masked(&self, name: &str) -> Option<Vec<&Person>> {
        let hidden: Vec<char> = name.chars().collect();
        let is_masked = hidden.contains(&'*') && hidden.iter().any(|c| *c != '*');
        if !is_masked || hidden.iter().any(|c| !c.is_alphabetic() && !"*·".contains(*c)) {
            return None;
        }
        let fits = |(name, _): &(&String, &Vec<Person>)| fits(&hidden, &name.chars().collect::<Vec<_>>());
        let found: Vec<_> = self.by_name.iter().filter(fits).flat_map(|(_, people)| people).collect();
        (!found.is_empty()).then_some(found)
    }

    /// The people whose names stand in a text, each with the namesakes.
    fn named_in(&self, text: &str) -> Vec<&[Person]> {
        let text = key(text);
        let mut ends: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        ends.push(text.len());
        let mut found = BTreeMap::new();
        let mut at = 0;
        while at + 1 < ends.len() {
            let name = |length: &usize| self.by_name.get_key_value(&text[ends[at]..*ends.get(at + length)?]);
            match self.lengths.iter().find_map(name) {
                Some((name, people)) => {
                    found.insert(name, people.as_slice());
                    at += name.chars().count();
                }
                None => at += 1,
            }
        }
        found.into_values().collect()
    }
}

impl Party<'_> {
    /// Whose dues it is where the note names nobody.
    fn alone(&self, party: &str) -> Option<Whose> {
        Some(match self {
            Party::Nobody => return None,
            Party::One(person) => Whose { person: Some((*person).clone()), doubt: String::new() },
            Party::Namesakes(people) => Whose::namesakes(people),
            Party::Masked(people) => match people[..] {
                [only] => {
                    let doubt = format!("付款人“{party}”只看得见一部分，名册里只有{}相符，请核对", only.name);
                    Whose { person: Some(only.clone()), doubt }
                }
                _ => Whose::unknown(format!("付款人“{party}”只看得见一部分，名册里有 {} 人相符", people.len())),
            },
        })
    }
}

impl Whose {
    fn unknown(doubt: String) -> Self {
        Self { person: None, doubt }
    }

    fn namesakes(people: &[Person]) -> Self {
        let name = people.first().map(|person| person.name.as_str()).unwrap_or_default();
        Self::unknown(format!("名册里有 {} 名{name}，请核对是哪一位", people.len()))
    }
}

fn of_another(payer: &str, named: &str) -> String {
    format!("{payer}付款，备注写的是{named}：党费由本人交纳，不得垫交（{}），请核对是谁的", RuleId::F11)
}

/// Whether a name fits one of which parts are hidden; each asterisk stands for one character or more.
fn fits(hidden: &[char], name: &[char]) -> bool {
    match (hidden, name) {
        ([], []) => true,
        (['*', rest @ ..], [_, behind @ ..]) => fits(rest, behind) || fits(hidden, behind),
        ([seen, rest @ ..], [c, behind @ ..]) => seen == c && fits(rest, behind),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// 1 方晓岚, 2 卓文斌, 3 余思琪, 4 余思琪, 5 方晓, 6 温立新 and 7 温立新 who left.
    fn people() -> People {
        let names = ["方晓岚", "卓文斌", "余思琪", "余思琪", "方晓", "温立新", "温立新", "阿不都·热合曼"];
        let everyone: Vec<_> =
            (1..).zip(names).map(|(id, name)| Person { id: MemberId(id), name: name.to_owned() }).collect();
        let aliases = [("大海🌊", 2), ("方晓", 1), ("远方", 99), ("思琪", 4)];
        let aliases = aliases.into_iter().map(|(alias, id)| (alias.to_owned(), MemberId(id))).collect();
        People::new(&everyone, &aliases, |id| id != MemberId(7))
    }

    #[rstest]
    #[case::by_name("方晓岚", "", 1, "")]
    #[case::blanks(" 方 晓 岚 ", "", 1, "")]
    #[case::of_a_minority("阿不都•热合曼", "", 8, "")]
    #[case::by_alias("大海🌊", "", 2, "")]
    #[case::an_alias_before_a_name("方晓", "", 1, "")]
    #[case::alias_of_nobody("远方", "", 0, "nobody")]
    #[case::account_behind("卓文斌 6214830112345678", "", 2, "")]
    #[case::account_hidden("卓文斌/6214****5678", "", 2, "")]
    #[case::nickname_beside("海哥(卓文斌)", "", 2, "")]
    #[case::said_again("方晓岚", "方晓岚3月党费", 1, "")]
    #[case::who_left_is_no_namesake("温立新", "", 6, "")]
    #[case::namesakes("余思琪", "", 0, "名册里有 2 名余思琪")]
    #[case::masked("**岚", "", 1, "只有方晓岚相符")]
    #[case::masked_in_the_middle("卓*斌", "", 2, "只有卓文斌相符")]
    #[case::masked_behind("卓*", "", 2, "只有卓文斌相符")]
    #[case::masked_beside("海哥(**斌)", "", 2, "只有卓文斌相符")]
    #[case::masked_may_be_two("方*", "", 0, "有 2 人相符")]
    #[case::masked_namesakes("**琪", "", 0, "有 2 人相符")]
    #[case::as_many_as_are_hidden("**晓", "", 0, "nobody")]
    #[case::masked_nobody("**霞", "", 0, "nobody")]
    #[case::all_masked("***", "", 0, "nobody")]
    #[case::masked_and_said("**岚", "方晓岚党费", 1, "")]
    #[case::masked_but_another("**岚", "卓文斌党费", 2, "F11")]
    #[case::nickname_and_said("海哥", "卓文斌3月党费", 2, "付款人“海哥”不在名册里")]
    #[case::only_said("", "卓文斌3月党费", 2, "")]
    #[case::for_another("方晓岚", "卓文斌3月党费", 2, "F11")]
    #[case::for_both("方晓岚", "方晓岚、卓文斌党费", 0, "备注里有几个人")]
    #[case::longest_name("某人", "方晓岚党费", 1, "不在名册里")]
    #[case::said_namesakes("某人", "余思琪党费", 0, "名册里有 2 名余思琪")]
    #[case::a_namesake_known_by_alias("思琪", "余思琪党费", 4, "")]
    #[case::nobody("某人", "转账", 0, "nobody")]
    fn a_payment_is_somebodys(#[case] party: &str, #[case] note: &str, #[case] id: i64, #[case] doubt: &str) {
        let whose = people().whose(party, note);
        assert_eq!(whose.as_ref().and_then(|whose| whose.person.as_ref()).map_or(0, |person| person.id.0), id);
        let said = whose.map_or("nobody".to_owned(), |whose| whose.doubt);
        assert!(said.contains(doubt) && said.is_empty() == doubt.is_empty(), "{said}");
    }

    #[test]
    fn namesakes_who_all_left_are_all_asked_for() {
        let twice: Vec<_> = [1, 2].map(|id| Person { id: MemberId(id), name: "温立新".to_owned() }).into();
        let people = People::new(&twice, &BTreeMap::new(), |_| false);
        assert!(people.whose("温立新", "").unwrap().doubt.contains("2 名"));
    }
}
