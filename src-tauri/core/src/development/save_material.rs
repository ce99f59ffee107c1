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
    if !catalogue::materials().iter().any(|material| material.code == request.code) {
        invalid.add("code", format!("没有编号为 {} 的材料", request.code));
    }
    if request.dated.is_some_and(|day| day > today) {
        invalid.add("dated", "材料日期不能晚于今天");
    }
    invalid.into_result()?;
    desk.transact(format!("登记发展党员材料 {}", request.code), |tx| {
        store::file(tx, request.file)?;
        store::save_material(tx, &request)?;
        view::file_view(tx, rules, today, request.file)
    })
}
