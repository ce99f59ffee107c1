//! Says of the papers of a file whether they are there, and in which state.

use super::{
    DevelopmentError, DevelopmentFileView, MaterialId, MaterialRecord, MaterialsRequest, catalogue, store, view,
};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::settings;
use crate::values::as_it_looks;
use crate::vault::Done;

/// Says of papers of a file whether they are there; several as one change.
///
/// # Errors
/// [`DevelopmentError::Invalid`] for a paper that is on no list, a day in the future, or a second record of a paper of which
/// there is one; [`DevelopmentError::NotFound`].
pub fn save_materials(
    desk: &mut Desk<'_>,
    request: MaterialsRequest,
) -> Result<Done<DevelopmentFileView>, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    let MaterialsRequest { file: id, materials } = request;
    let text = |text: &str| as_it_looks(text).trim().to_owned();
    let materials: Vec<_> = materials
        .into_iter()
        .map(|material| MaterialRecord { kept_at: text(&material.kept_at), note: text(&material.note), ..material })
        .collect();
    desk.transact("登记发展党员材料", |tx| {
        let file = store::file(tx, id)?;
        let local = settings::stored(tx)?.development.materials;
        let mut invalid = Invalid::default();
        for (place, material) in materials.iter().enumerate() {
            let at = |field: &str| format!("materials.{place}.{field}");
            let is_local = local.iter().any(|known| known.code == material.code);
            if catalogue::material(&material.code).is_none() && !is_local {
                invalid.add(at("code"), format!("材料清单里没有“{}”", material.code));
            }
            if material.dated.is_some_and(|day| day > today) {
                invalid.add(at("dated"), "日期不能晚于今天");
            }
            if material.pages.is_some_and(|pages| !(1..=9999).contains(&pages)) {
                invalid.add(at("pages"), "页数应在 1 到 9999 之间");
            }
            let others = file.papers(&material.code).filter(|known| known.id != material.id).count();
            if material.id.is_none() && others > 0 && !catalogue::comes_again(&material.code) {
                invalid.add(at("code"), "这份材料已经登记过，请点“修改”");
            }
            if material.id.is_some() && !file.materials.iter().any(|known| known.id == material.id) {
                return Err(DevelopmentError::NotFound);
            }
        }
        invalid.into_result()?;
        for material in &materials {
            store::save_material(tx, id, material)?;
        }
        view::file_view(tx, rules, today, id)
    })
}

/// Forgets what was said about a paper.
///
/// # Errors
/// [`DevelopmentError::NotFound`].
pub fn delete_material(desk: &mut Desk<'_>, id: MaterialId) -> Result<Done<DevelopmentFileView>, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.transact("取消材料的登记", |tx| {
        let file = store::delete_material(tx, id)?.ok_or(DevelopmentError::NotFound)?;
        view::file_view(tx, rules, today, file)
    })
}
