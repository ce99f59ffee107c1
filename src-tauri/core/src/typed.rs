//! Text that somebody typed into a single line: a name, a title, a place.

use crate::values::as_it_looks;

/// As it looks, on one line: without characters that nobody sees, zero width and marks of direction among them, which
/// would turn a printed line around.
pub(crate) fn seen(text: &str) -> String {
    as_it_looks(text).replace('\n', " ")
}

/// Likewise, without needless spaces.
pub(crate) fn line(text: &str) -> String {
    seen(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several lines likewise, with their breaks.
pub(crate) fn lines(text: &str) -> String {
    as_it_looks(text).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_no_part_of_a_line() {
        assert_eq!(line(" 示例\u{202E}支部\u{202C}　第一\u{200B}组 "), "示例支部 第一组");
        assert_eq!(seen(" 甲\u{202E}乙\u{2028}丙"), " 甲乙 丙");
        assert_eq!(lines(" 甲\u{202E}\n乙 "), "甲\n乙");
    }
}
