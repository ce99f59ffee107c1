//! 支部大会决议.

use zhibu_core::meetings::VoteResolution;

use super::page::Page;

/// In the order of `templates/vote_resolution.typ`.
pub(super) fn write(page: &mut Page<'_>, resolution: &VoteResolution) {
    page.title(&[&resolution.branch, &resolution.title]);
    page.text(&resolution.opening);
    page.head("主要优点");
    page.text_or_lines(&resolution.merits);
    page.head("主要缺点");
    page.text_or_lines(&resolution.faults);
    page.head("大会意见");
    page.text_or_lines(&resolution.conclusion);
    page.head("表决情况");
    page.text(&resolution.way);
    page.table(&resolution.counts);
    page.text(&resolution.written);
    page.text(&resolution.result);
    page.signature(&resolution.branch, Some("支部书记"), resolution.on);
}
