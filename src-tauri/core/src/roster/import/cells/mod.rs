//! What a cell says.

pub(super) mod dates;
pub(super) mod leaving;
pub(super) mod membership;
pub(super) mod person_name;
pub(super) mod phones;
#[cfg(test)]
mod tests;
pub(super) mod text;
pub(super) mod words;

use std::ops::RangeInclusive;

use self::dates::{birth, date, party_date};
use self::person_name::NoName;
use self::phones::Phones;
use self::text::text;
use self::words::Word;
use super::draft::{Draft, Odd};
use super::titles::{all_titles, normal};
use crate::outside::Cell;
use crate::roster::{
    EntryWay, ImportField, MemberKind, Office, Offices, Particular, ParticularKind, Sex, Standing, names,
};
use crate::values::{IdNumber, IdNumberError, PartialDate, half_width, is_private};

/// Only this cell is left out.
pub(super) const UNREADABLE: &str = "value_unreadable";

/// A code and a sentence.
pub(super) type Refusal = (&'static str, String);

impl Draft {
    /// Reads a cell into the record. `false`: it says nothing that is kept under this field.
    pub(super) fn set(
        &mut self,
        field: ImportField,
        cell: &Cell,
        header: &str,
        extension: &RangeInclusive<u32>,
    ) -> Result<bool, Refusal> {
        if let Cell::Error(error) = cell {
            let title = field.title();
            return Err(match field {
                ImportField::Name => ("name_missing", format!("姓名一格是错误值 {error}，请在表格里改正")),
                ImportField::Kind => {
                    ("kind_unknown", format!("{title}一格是错误值 {error}，不知道是正式党员还是预备党员"))
                }
                _ => (UNREADABLE, format!("{title}一格是错误值 {error}，这一栏没有导入")),
            });
        }
        let text = text(cell);
        let record = &mut self.record;
        match field {
            ImportField::Name => return self.set_name(&text),
            ImportField::Mobile | ImportField::Landline => return self.set_phones(field, &text),
            ImportField::Kind => return self.set_kind(&text, header),
            ImportField::Standing => return self.set_standing(&text, header),
            ImportField::Office => return self.set_offices(&text),
            ImportField::Ethnicity => return self.set_ethnicity(&text),
            ImportField::BranchName => record.branch_name = text,
            ImportField::IdNumber => record.id_number = Some(id_number(cell)?),
            ImportField::Sex => record.sex = Some(one_of(&text, SEXES)?),
            ImportField::Birth => record.birth = Some(birth(cell)?),
            ImportField::Education => record.education = education(text)?,
            ImportField::Joined => record.joined = Some(party_date(cell, "入党日期")?),
            ImportField::Converted if words::meaning(&text) == Some(Word::Member(MemberKind::Probationary)) => {
                self.kind_beside = Some((header.to_owned(), text));
                return Ok(false);
            }
            ImportField::Converted => record.converted = Some(party_date(cell, "转正日期")?),
            ImportField::JobPosition => record.job_position = text,
            ImportField::Address => {
                let digits = text.chars().filter(char::is_ascii_digit).count();
                let is_number = digits >= 15 || digits == text.chars().count();
                let is_people = text.ends_with('族') && names::is_ethnicity(&text);
                if is_number || is_people || names::mobile_number(&text).is_some() {
                    return Err(shifted("家庭住址", &text, "地址"));
                }
                record.address = text;
            }
            ImportField::IsLost => record.is_lost = one_of(&text, ANSWERS)?,
            ImportField::LostContactSince => {
                record.lost_contact_since = Some(date(cell, "date_invalid", "失去联系日期")?);
            }
            ImportField::LostReason => record.lost_reason = text,
            ImportField::IsMobile => record.is_mobile = one_of(&text, ANSWERS)?,
            ImportField::MobileSince => record.mobile_since = Some(date(cell, UNREADABLE, "外出日期")?),
            ImportField::MobileDestination => record.mobile_destination = text,
            ImportField::PartyGroup => record.party_group = text,
            ImportField::Unit => record.unit = text,
            ImportField::EnteredOn => {
                let day = date(cell, UNREADABLE, "进入支部日期")?;
                let no_day = || (UNREADABLE, format!("进入支部日期“{day}”要写到日，这一栏没有导入"));
                record.entered_on = Some(day.exact().ok_or_else(no_day)?);
            }
            ImportField::EnteredHow => record.entered_how = entry_way(&text)?,
            ImportField::PartyAgeCorrectionMonths => record.party_age_correction_months = months(&text)?,
            ImportField::ProbationExtendedMonths => {
                let months =
                    u32::try_from(months(&text)?).ok().filter(|months| *months == 0 || extension.contains(months));
                let (least, most) = (extension.start(), extension.end());
                let refusal = || (UNREADABLE, format!("延长预备期“{text}”不是 {least} 至 {most} 个月，这一栏没有导入"));
                record.probation_extended_months = months.ok_or_else(refusal)?;
            }
            ImportField::AttendanceNotRequired => record.attendance_not_required = one_of(&text, ANSWERS)?,
            ImportField::VoteSuspended => record.vote_suspended = one_of(&text, ANSWERS)?,
            ImportField::Note => record.note = text,
            ImportField::Particular(particular) => {
                let text = match particular.kind() {
                    ParticularKind::Date => date(cell, UNREADABLE, particular.title())?.to_string(),
                    ParticularKind::YesNo => if one_of(&text, ANSWERS)? { "是" } else { "否" }.to_owned(),
                    ParticularKind::Text | ParticularKind::Choice => text,
                };
                // A second number of the mobile column may stand there already.
                let before = record.particulars.get(particular);
                let text = if before.is_empty() { text } else { format!("{before}\n{text}") };
                record.particulars.set(particular, &text);
            }
        }
        Ok(true)
    }

    fn set_name(&mut self, text: &str) -> Result<bool, Refusal> {
        let name = match person_name::read(text) {
            Ok(name) => name,
            Err(NoName::Masked) => {
                self.masked.insert(ImportField::Name, text.to_owned());
                return Ok(false);
            }
            Err(NoName::Two) => {
                return Err(("name_of_two", format!("姓名“{text}”像是两个人，请分成两行")));
            }
            Err(NoName::SomethingElse) => {
                return Err(("name_unlikely", format!("姓名一栏写的是“{text}”，不像姓名，这一行像是错了位")));
            }
        };
        let odd = |code, message| Odd { code, message, field: ImportField::Name };
        if !name.remark.is_empty() {
            match words::meaning(&name.remark) {
                _ if leaving::says_gone_behind_a_name(&name.remark) => {
                    self.doubts.push(odd("may_have_left", membership::gone_by("姓名", text)));
                }
                Some(Word::Standing(Standing::Suspended)) => {
                    self.record.standing = Standing::Suspended;
                    self.given.insert(ImportField::Standing);
                    self.odd.push(odd("suspended", format!("姓名写着“{text}”，按停止党籍导入，请核对")));
                }
                Some(Word::Outsider) => {
                    return Err(("kind_unknown", format!("姓名写着“{text}”，还不是党员")));
                }
                _ => {
                    let is_lost = name.remark.chars().all(|c| "□■?？�".contains(c));
                    let message = if is_lost {
                        format!("姓名“{text}”里的“{}”像是丢失的字，请核对姓名", name.remark)
                    } else {
                        format!("姓名“{text}”里的“{}”不是姓名，没有当作姓名导入", name.remark)
                    };
                    self.odd.push(odd("name_with_remark", message));
                }
            }
        } else if text.contains('\n') {
            self.doubts.push(odd(
                "name_of_two_lines",
                format!("姓名“{}”写成了两行，请核对是不是两个人", text.replace('\n', " ")),
            ));
        } else if is_two_names(text) {
            let message = format!("姓名“{text}”中间有空格，请核对是不是两个人；是一个人的，请勾选");
            self.doubts.push(odd("name_of_two", message));
        } else if let Some(sign) = odd_sign(&name.name) {
            let message = format!("姓名“{}”里有“{sign}”，请核对", name.name);
            self.odd.push(odd("name_odd_sign", message));
        } else if name.name.chars().count() == 1 {
            self.odd.push(odd("name_short", format!("姓名“{}”只有一个字，请核对", name.name)));
        }
        self.record.name = name.name;
        Ok(true)
    }

    /// The first mobile number is the mobile; others go where they belong.
    fn set_phones(&mut self, field: ImportField, text: &str) -> Result<bool, Refusal> {
        let name = field.title();
        let exponent = with_exponent(text);
        let text = match &exponent {
            Some(Some(whole)) => whole.as_str(),
            _ => text,
        };
        if exponent == Some(None) {
            return Err((UNREADABLE, format!("{name}“{text}”存成了数字，后几位已丢失，这一栏没有导入")));
        }
        let phones = Phones::read(text);
        let Phones { mobiles, landlines, rest } = phones;
        if mobiles.is_empty() && landlines.is_empty() {
            let digits = text.chars().filter(|c| c.is_numeric()).count();
            if digits == 0 || digits > 14 || PartialDate::read(text).is_ok() {
                return Err(shifted(name, text, "电话号码"));
            }
            let message = format!("{name}“{text}”有 {digits} 位数字，不像完整的号码，将照写的导入，请核对");
            self.odd.push(Odd { code: "phone_odd", message, field });
            let place = if field == ImportField::Mobile { &mut self.record.mobile } else { &mut self.record.landline };
            text.clone_into(place);
            return Ok(true);
        }
        if !rest.is_empty() {
            let message = format!("{name}“{text}”里的“{}”没有导入", rest.join("、"));
            self.odd.push(Odd { code: "phone_with_remark", message, field });
        }
        let (mut mobiles, mut landlines) = (mobiles.into_iter(), landlines.into_iter());
        let record = &mut self.record;
        let mut is_own = false;
        for (own, place, numbers) in [
            (ImportField::Mobile, &mut record.mobile, &mut mobiles),
            (ImportField::Landline, &mut record.landline, &mut landlines),
        ] {
            if place.is_empty()
                && let Some(number) = numbers.next()
            {
                *place = number;
                is_own |= own == field;
                self.given.insert(own);
            }
        }
        let others: Vec<String> = mobiles.chain(landlines).collect();
        if !others.is_empty() {
            let before = record.particulars.get(Particular::OtherPhones).to_owned();
            record.particulars.set(Particular::OtherPhones, &format!("{before}\n{}", others.join("\n")));
            self.given.insert(ImportField::Particular(Particular::OtherPhones));
        }
        Ok(is_own)
    }

    fn set_kind(&mut self, text: &str, header: &str) -> Result<bool, Refusal> {
        match word(header, text) {
            Some(Word::Member(kind)) => {
                self.record.kind = kind;
                self.is_kind_exact = kind == MemberKind::Probationary || text.contains('正');
                Ok(true)
            }
            Some(Word::Standing(standing)) => {
                self.record.standing = standing;
                self.given.insert(ImportField::Standing);
                Ok(false)
            }
            Some(Word::Gone) => {
                let gone = membership::gone_by(&kind_title(header), text);
                self.doubts.push(Odd { code: "may_have_left", message: gone, field: ImportField::Kind });
                Ok(false)
            }
            Some(Word::Outsider) => {
                Err(("kind_unknown", format!("{}“{text}”不是正式党员，也不是预备党员", kind_title(header))))
            }
            // 流动党员, 学生党员: a member, as 党员 alone is one.
            None if text.trim_end_matches([')', '）']).ends_with("党员") && !text.contains(['非', '不', '未']) => {
                self.record.kind = MemberKind::Full;
                let message = format!("{}“{text}”没有写明正式还是预备，按正式党员导入，请核对", kind_title(header));
                self.odd.push(Odd { code: "kind_not_said", message, field: ImportField::Kind });
                Ok(true)
            }
            None => Err(("kind_unknown", format!("{}“{text}”看不出是正式党员还是预备党员", kind_title(header)))),
        }
    }

    fn set_standing(&mut self, text: &str, header: &str) -> Result<bool, Refusal> {
        match words::meaning(text) {
            Some(Word::Standing(standing)) => self.record.standing = standing,
            // 党籍状态 = 正式党员, beside a column that says the kind.
            Some(Word::Member(kind)) => {
                self.record.standing = Standing::Normal;
                if kind == MemberKind::Probationary {
                    self.kind_beside = Some((header.to_owned(), text.to_owned()));
                }
            }
            Some(Word::Gone) => {
                let gone = membership::gone_by(&normal(header), text);
                self.doubts.push(Odd { code: "may_have_left", message: gone, field: ImportField::Standing });
                return Ok(false);
            }
            Some(Word::Outsider) | None => return Err(unread(text)),
        }
        Ok(true)
    }

    /// What can be read is kept: `党支部书记、理事长`.
    fn set_offices(&mut self, text: &str) -> Result<bool, Refusal> {
        let parts: Vec<_> = parts_of_offices(text).map(|part| (part, one_of(part, OFFICES))).collect();
        let unknown: Vec<_> = parts.iter().filter(|(_, office)| office.is_err()).map(|(part, _)| *part).collect();
        let known: Offices = parts.iter().filter_map(|(_, office)| office.as_ref().ok().copied().flatten()).collect();
        if unknown.len() == parts.len() {
            return Err(unread(text));
        }
        if !unknown.is_empty() {
            let message = format!("党内职务“{text}”里的“{}”没有读懂，没有导入", unknown.join("、"));
            self.odd.push(Odd { code: "office_partly_read", message, field: ImportField::Office });
        }
        self.record.offices = known;
        Ok(true)
    }

    fn set_ethnicity(&mut self, text: &str) -> Result<bool, Refusal> {
        let name = names::normal_ethnicity(text);
        if !names::is_ethnicity(&name) {
            let is_shifted = one_of(&name, SEXES).is_ok() || words::meaning(&name).is_some();
            if is_shifted || name.contains(|c: char| c.is_ascii_digit()) {
                return Err(shifted("民族", text, "民族"));
            }
            let message = format!("民族“{text}”不在 56 个民族里，请核对");
            self.odd.push(Odd { code: "ethnicity_unknown", message, field: ImportField::Ethnicity });
        }
        self.record.ethnicity = name;
        Ok(true)
    }
}

/// A sign that stands in no name. What no font can show is said elsewhere.
fn odd_sign(name: &str) -> Option<char> {
    let is_foreign = !name.chars().any(names::is_han);
    let is_own = |c: char| c.is_alphabetic() && (is_foreign || !c.is_ascii());
    let fits = |c: char| is_own(c) || c == '·' || c == ' ' || (is_foreign && "-'’.".contains(c));
    name.chars().find(|c| !fits(*c) && !is_private(*c) && *c != '\u{FFFD}')
}

/// A number that was written out with an exponent: its digits, where all of a telephone number's are there.
fn with_exponent(text: &str) -> Option<Option<String>> {
    let text = half_width(text).to_ascii_uppercase();
    let (digits, power) = text.split_once('E')?;
    let plain = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit() || "+.".contains(c));
    let number: f64 = text.parse().ok().filter(|_| plain(digits) && plain(power))?;
    let is_whole = digits.chars().filter(char::is_ascii_digit).count() > 10 && number < 1e12;
    Some(is_whole.then(|| format!("{number:.0}")))
}

/// Surnames of two characters, before which people set a blank: 司徒 雷登.
const SURNAMES_OF_TWO: [&str; 20] = [
    "欧阳", "司徒", "上官", "诸葛", "司马", "夏侯", "慕容", "皇甫", "尉迟", "令狐", "东方", "公孙", "长孙", "宇文",
    "轩辕", "端木", "独孤", "南宫", "呼延", "闻人",
];

/// Whether names of usual length stand in a cell with a blank between them: `张三 李四`, but not `王 一`.
fn is_two_names(text: &str) -> bool {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let is_name = |part: &&str| (2..=3).contains(&part.chars().count()) && part.chars().all(names::is_han);
    let is_surname = |part: &&str| SURNAMES_OF_TWO.contains(part);
    parts.len() > 1 && parts.iter().all(is_name) && !parts.first().is_some_and(is_surname)
}

/// What a word says about membership, under its title.
pub(super) fn word(title: &str, text: &str) -> Option<Word> {
    // The codes of GB/T 4762.
    if title.contains("面貌") {
        match text.trim_start_matches('0') {
            "1" => return Some(Word::Member(MemberKind::Full)),
            "2" => return Some(Word::Member(MemberKind::Probationary)),
            "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "13" => return Some(Word::Outsider),
            _ => {}
        }
    }
    if let (Some(kind), Ok(true)) = (words::marked(&normal(title)), one_of(text, ANSWERS)) {
        return Some(Word::Member(kind));
    }
    if title.contains("是否") || title.contains("与否") {
        return one_of(text, ANSWERS).ok().map_or_else(|| words::meaning(text), |yes| words::answer(title, yes));
    }
    words::meaning(text)
}

/// What the column of kinds is called in sentences: its own title where that is one of the usual.
fn kind_title(header: &str) -> String {
    let title = normal(header);
    let is_usual = all_titles().any(|(field, titles)| field == ImportField::Kind && titles.contains(&title.as_str()));
    if is_usual || title.contains("是否") { title } else { ImportField::Kind.title().to_owned() }
}

/// Whether a cell names an office of the Party.
pub(super) fn names_an_office(text: &str) -> bool {
    parts_of_offices(text).any(|part| matches!(one_of(part, OFFICES), Ok(Some(_))))
}

fn parts_of_offices(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(['、', '，', ',', '；', ';', '/', '\n', '兼', ' ', '　', '及']);
    parts.map(without_branch).filter(|each| !each.is_empty() && *each != ")" && *each != "）")
}

/// `书记（兼）`, `支部组织委员`
fn without_branch(office: &str) -> &str {
    let office = office.split(['(', '（']).next().unwrap_or_default().trim();
    let own = office.strip_prefix("党支部").or_else(|| office.strip_prefix("支部"));
    own.filter(|own| own.ends_with("委员") && own.chars().count() > 2).unwrap_or(office)
}

/// A value that belongs into another column.
fn shifted(title: &str, text: &str, wanted: &str) -> Refusal {
    (UNREADABLE, format!("{title}“{text}”不是{wanted}，像是错了栏，这一栏没有导入"))
}

/// A level of education, by its code too; a number is none.
fn education(text: String) -> Result<String, Refusal> {
    let is_sex = one_of(&text, SEXES).is_ok() && text.chars().any(char::is_alphabetic);
    let count = text.chars().count();
    let is_place = (count > 6 && ["路", "号", "街", "市", "区"].iter().any(|word| text.contains(word))
        || count > 2 && ["省", "市", "区", "县", "镇", "村", "街道", "路", "号"].iter().any(|end| text.ends_with(end)))
        && !text.contains(['学', '科']);
    if is_sex || is_place {
        return Err(shifted("学历", &text, "学历"));
    }
    if text.chars().any(|c| c.is_alphabetic()) || !text.contains(|c: char| c.is_ascii_digit()) {
        return Ok(text);
    }
    names::education_of_code(&text).map(str::to_owned).ok_or_else(|| shifted("学历", &text, "学历"))
}

const SEXES: &[(&[&str], Sex)] = &[(&["男", "男性", "1"], Sex::Male), (&["女", "女性", "2"], Sex::Female)];

const ANSWERS: &[(&[&str], bool)] =
    &[(&["是", "√", "✓", "✔", "☑", "1", "Y", "TRUE"], true), (&["否", "不是", "×", "0", "N", "FALSE"], false)];

const OFFICES: &[(&[&str], Option<Office>)] = &[
    (&["书记", "支部书记", "党支部书记"], Some(Office::Secretary)),
    (&["副书记", "支部副书记", "党支部副书记"], Some(Office::DeputySecretary)),
    (&["组织委员"], Some(Office::Organization)),
    (&["宣传委员"], Some(Office::Publicity)),
    (&["纪检委员", "纪律检查委员"], Some(Office::Discipline)),
    (
        &[
            "委员",
            "支部委员",
            "支委",
            "青年委员",
            "统战委员",
            "群工委员",
            "群众委员",
            "学习委员",
            "保密委员",
            "生活委员",
            "文体委员",
        ],
        Some(Office::Member),
    ),
    (&["党员", "普通党员", "无职务"], None),
];

/// As seen in the national system's exports.
const ENTRY_WAYS: &[(&[&str], EntryWay)] = &[
    (&["原有"], EntryWay::Original),
    (&["发展", "新发展", "本组织发展"], EntryWay::Admitted),
    (&["转入", "组织关系转入", "整建制转入"], EntryWay::MovedIn),
    (&["恢复党籍", "停止党籍人员恢复党籍", "错误开除党籍人员恢复党籍", "其他恢复党籍"], EntryWay::Restored),
    (&["其他", "其他原因添加"], EntryWay::Other),
];

/// Also as this program writes it.
fn entry_way(text: &str) -> Result<EntryWay, Refusal> {
    let own = EntryWay::ALL.into_iter().find(|way| way.title() == text);
    own.map_or_else(|| one_of(text, ENTRY_WAYS), Ok)
}

fn one_of<T: Copy>(text: &str, table: &[(&[&str], T)]) -> Result<T, Refusal> {
    let text = half_width(text).to_uppercase();
    let found = table.iter().find(|(words, _)| words.contains(&text.as_str())).map(|(_, value)| *value);
    found.ok_or_else(|| unread(&text))
}

fn unread(text: &str) -> Refusal {
    (UNREADABLE, format!("“{text}”没有读懂，这一栏没有导入"))
}

/// `6`, `6个月`, `-12`.
fn months(text: &str) -> Result<i32, Refusal> {
    let text = half_width(text);
    let number = text.trim_end_matches("个月").trim_end_matches('月').trim();
    let months = number.parse().ok().filter(|months: &i32| months.abs() <= 1200);
    months.ok_or_else(|| unread(&text))
}

fn id_number(cell: &Cell) -> Result<IdNumber, Refusal> {
    let written = text(cell);
    // A number keeps 15 digits; of 18 the last three are gone for good. As text that number shows its exponent.
    let digits_lost = match cell {
        Cell::Number(number) => *number >= 1e15,
        _ => written.to_ascii_uppercase().contains("E+"),
    };
    if digits_lost {
        let message = "身份证号在表格里存成了数字，后几位已丢失；请把这一栏设为文本后重新填写".to_owned();
        return Err(("id_digits_lost", message));
    }
    IdNumber::parse(&written).map_err(|error| {
        let code = if error == IdNumberError::CheckDigit { "id_check_digit" } else { "id_invalid" };
        (code, error.to_string())
    })
}
