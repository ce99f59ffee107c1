//! Says whether a material is there.

use super::{DevelopmentError, DevelopmentFileView, MaterialRequest, catalogue, store, view};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::vault::Done;

/// Says whether a material is there.
///
/// # Errors
/// [`DevelopmentError::Invalid`] on an unknown code or a paper dated in the future; [`DevelopmentError::NotFound`].
pub fn save_material(
    desk: &mut Desk<'_>,
    request: MaterialRequest,
) -> Result<Done<DevelopmentFileView>, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    let mut invalid = Invalid::default();
    let material = catalogue::materials().iter().find(|material| material.code == request.code);
    if material.is_none() {
        invalid.add("code", format!("没有编号为 {} 的材料", request.code));
    } else if catalogue::comes_again(&request.code) && request.dated.is_some() {
        invalid.add("dated", "这种材料一份一份登记，请点“再登记一份”");
    }
    if request.dated.is_some_and(|day| day > today) {
        invalid.add("dated", "材料日期不能晚于今天");
    }
    invalid.into_result()?;
    let name = material.map(|material| material.name.as_str()).unwrap_or_default();
    desk.transact(format!("登记材料“{name}”"), |tx| {
        store::file(tx, request.file)?;
        store::save_material(tx, &request)?;
        view::file_view(tx, rules, today, request.file)
    })
}
