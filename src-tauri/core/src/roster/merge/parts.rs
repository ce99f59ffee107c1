//! The parts of a record that are taken from one of two records as a whole.

use super::super::import::field_titles;
use super::super::{Aspect, ImportField, Member, MemberRecord};
use super::{MergeChoice, MergePart, facts, stays};
use crate::values::IdNumber;

/// Fields that are no part of their own: they follow from facts or belong to a stay.
const FOLLOWING: &[ImportField] = &[
    ImportField::Standing,
    ImportField::IsLost,
    ImportField::LostContactSince,
    ImportField::LostReason,
    ImportField::IsMobile,
    ImportField::MobileSince,
    ImportField::MobileDestination,
    ImportField::PartyGroup,
    ImportField::Unit,
    ImportField::Office,
    ImportField::AttendanceNotRequired,
    ImportField::VoteSuspended,
    ImportField::EnteredOn,
    ImportField::EnteredHow,
];

/// A photo: its media type and its bytes.
type Photo = Option<(String, Vec<u8>)>;

/// The parts of which the two say different things, in the order of the form.
pub(super) fn differing(keep: &Member, drop: &Member, photos: [Photo; 2]) -> Vec<MergeChoice> {
    let differ = |field: ImportField| field.text(&keep.record) != field.text(&drop.record);
    let fields = own_fields().filter(|(field, _)| differ(*field)).map(|(field, title)| MergeChoice {
        part: MergePart::Field(field),
        title: title.to_owned(),
        keep: text(field, &keep.record),
        drop: text(field, &drop.record),
    });
    let aspects = Aspect::ALL.into_iter().map(|aspect| MergeChoice {
        part: MergePart::Aspect(aspect),
        title: aspect.title().to_owned(),
        keep: facts::history(keep, aspect),
        drop: facts::history(drop, aspect),
    });
    let stay = MergeChoice {
        part: MergePart::Stay,
        title: "在本支部".to_owned(),
        keep: stays::present(keep),
        drop: stays::present(drop),
    };
    let others = aspects.chain([stay]).filter(|choice| choice.keep != choice.drop);
    let mut choices: Vec<_> = fields.chain(others).collect();
    if photos[0] != photos[1] {
        let [keep, drop] = photos.map(|photo| if photo.is_some() { "有照片" } else { "" }.to_owned());
        choices.push(MergeChoice { part: MergePart::Photo, title: "照片".to_owned(), keep, drop });
    }
    choices
}

/// What the record that is not followed says otherwise, field by field.
pub(super) fn not_taken(keep: &Member, drop: &Member, take: &[MergePart]) -> Vec<String> {
    let lost = own_fields().filter_map(|(field, title)| {
        let taken = take.contains(&MergePart::Field(field));
        let (stays, goes) = if taken { (drop, keep) } else { (keep, drop) };
        let shown = text(field, &goes.record);
        let differ = field.text(&stays.record) != field.text(&goes.record);
        (differ && !shown.is_empty()).then(|| format!("{title} {shown}"))
    });
    lost.collect()
}

/// Carries the taken fields over.
pub(super) fn copy_taken(drop: &MemberRecord, take: &[MergePart], record: &mut MemberRecord) {
    for (field, _) in own_fields().filter(|(field, _)| take.contains(&MergePart::Field(*field))) {
        field.copy(drop, record);
    }
}

fn own_fields() -> impl Iterator<Item = (ImportField, &'static str)> {
    field_titles().filter(|(field, _)| !FOLLOWING.contains(field))
}

/// As a person reads it; the id number with its middle hidden (trap 12), an ordinary 0 as nothing.
fn text(field: ImportField, record: &MemberRecord) -> String {
    match field {
        ImportField::IdNumber => record.id_number.as_ref().map(IdNumber::masked).unwrap_or_default(),
        ImportField::PartyAgeCorrectionMonths | ImportField::ProbationExtendedMonths => {
            let months = field.text(record);
            if months == "0" { String::new() } else { format!("{months} 个月") }
        }
        _ => field.shown(record).replace('\n', "、"),
    }
}
