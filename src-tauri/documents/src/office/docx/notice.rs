//! 会议通知.

use zhibu_core::meetings::MeetingNotice;

use super::page::Page;

/// In the order of `templates/meeting_notice.typ`.
pub(super) fn write(page: &mut Page<'_>, notice: &MeetingNotice) {
    page.title(&[&notice.branch, &notice.title]);
    page.flush(&format!("{}：", notice.addressee));
    page.text(&notice.opening);
    for section in &notice.sections {
        match section.paragraphs.as_slice() {
            [line] => page.head_with(&section.heading, line),
            paragraphs => {
                page.head(&section.heading);
                paragraphs.iter().for_each(|text| page.text(text));
            }
        }
    }
    page.signature(&notice.branch, None, notice.on);
}
