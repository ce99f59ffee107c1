//! One paper of a kind that comes again and again.

use super::{DevelopmentError, DevelopmentFileView, PaperRequest, catalogue, store, view};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::vault::Done;

/// Adds a paper to those of its kind, corrects the day of one, or takes one out (D31). No paper takes another's place.
///
/// # Errors
/// [`DevelopmentError::Invalid`] on a kind of which there is only one paper, a day in the future or one that is taken,
/// and when nothing is said; [`DevelopmentError::NotFound`].
pub fn save_paper(desk: &mut Desk<'_>, request: PaperRequest) -> Result<Done<DevelopmentFileView>, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    let material = catalogue::materials().iter().find(|material| material.code == request.code);
    let name = material.map(|material| material.name.as_str()).unwrap_or_default();
    let mut invalid = Invalid::default();
    if !catalogue::comes_again(&request.code) {
        invalid.add("code", format!("编号为 {} 的材料不用一份一份登记", request.code));
    }
    if request.dated.is_none() && request.replaces.is_none() {
        invalid.add("dated", "请填写这一份的日期");
    }
    if request.dated.is_some_and(|day| day > today) {
        invalid.add("dated", "材料日期不能晚于今天");
    }
    invalid.into_result()?;
    let verb = match (request.replaces, request.dated) {
        (None, _) => "登记",
        (_, Some(_)) => "更正",
        (_, None) => "删去",
    };
    desk.transact(format!("{verb}{name}"), |tx| {
        let file = store::file(tx, request.file)?;
        let taken = file.materials.get(&request.code).is_some_and(|material| {
            let others = material.papers.iter().filter(|paper| Some(paper.dated) != request.replaces);
            others.clone().any(|paper| Some(paper.dated) == request.dated)
        });
        if taken {
            let mut invalid = Invalid::default();
            invalid.add("dated", "这一天已经登记过一份");
            invalid.into_result()?;
        }
        store::save_paper(tx, &request)?;
        view::file_view(tx, rules, today, request.file)
    })
}
