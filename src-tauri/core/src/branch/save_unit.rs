//! Adds or changes a social organization that the branch covers.

use super::save::{check_name, check_name_is_free, check_span, refuse_future, refuse_renaming};
use super::{BranchError, BranchUnit, BranchView, get, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::typed;
use crate::vault::Done;

/// Adds or changes a unit. Under another name its members go with it.
///
/// # Errors
/// [`BranchError::Invalid`] with the fields at fault; [`BranchError::NotFound`].
pub fn save_unit(desk: &mut Desk<'_>, request: BranchUnit) -> Result<Done<BranchView>, BranchError> {
    let unit = normal(request);
    let mut invalid = Invalid::default();
    check_name(&mut invalid, &unit.name, "单位名称");
    if !unit.credit_code.is_empty() && !is_credit_code(&unit.credit_code) {
        invalid.add("credit_code", "统一社会信用代码应为 18 位，这个号码不对，请照登记证书核对");
    }
    refuse_future(&mut invalid, "registered_on", unit.registered_on, desk.today());
    refuse_future(&mut invalid, "in_charter_on", unit.in_charter_on, desk.today());
    check_span(&mut invalid, unit.since, unit.until, desk.today());
    let verb = if unit.id.is_none() { "登记" } else { "修改" };
    let done = desk.transact(format!("{verb}单位 {}", unit.name), |tx| {
        let units = store::units(tx)?;
        if unit.id.is_some() && units.iter().all(|other| other.id != unit.id) {
            return Err(BranchError::NotFound);
        }
        let namesakes = units.iter().filter(|other| other.id != unit.id && other.name == unit.name);
        let spans = namesakes.map(|other| (other.since, other.until));
        check_name_is_free(&mut invalid, (unit.since, unit.until), spans, "单位");
        refuse_renaming(
            &units.iter().map(|one| (one.id, &one.name)).collect::<Vec<_>>(),
            unit.id,
            &unit.name,
            &mut invalid,
        );
        invalid.into_result()?;
        Ok(store::put_unit(tx, &unit)?)
    })?;
    get::done(desk, done)
}

fn normal(unit: BranchUnit) -> BranchUnit {
    BranchUnit {
        name: typed::line(&unit.name),
        credit_code: unit.credit_code.split_whitespace().collect::<String>().to_ascii_uppercase(),
        legal_representative: typed::line(&unit.legal_representative),
        // Without the clause there is no day on which it came in.
        in_charter_on: unit.in_charter_on.filter(|_| unit.in_charter),
        note: typed::lines(&unit.note),
        ..unit
    }
}

/// Whether the check character is right (GB 32100-2015).
fn is_credit_code(code: &str) -> bool {
    const SYMBOLS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let values: Option<Vec<usize>> = code.chars().map(|symbol| SYMBOLS.find(symbol)).collect();
    let Some([digits @ .., check]) = values.as_deref() else { return false };
    let weights = std::iter::successors(Some(1), |weight| Some(weight * 3 % 31));
    let sum: usize = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    digits.len() == 17 && (sum + check).is_multiple_of(31)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("91350100M000100Y43", true)]
    #[case("91350100M000100Y34", false)]
    #[case("91350100M000100Y4", false)]
    #[case("91350100M000100YO3", false)]
    #[case("", false)]
    fn a_miscopied_credit_code_is_noticed(#[case] code: &str, #[case] right: bool) {
        assert_eq!(is_credit_code(code), right);
    }
}
