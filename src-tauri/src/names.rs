//! Names for files.

/// `text` as a file name that every system accepts, without ending.
pub(crate) fn safe_name(text: &str) -> String {
    let safe = |c: char| if c.is_alphanumeric() || " -()()".contains(c) { c } else { '_' };
    let name: String = text.trim().chars().take(60).map(safe).collect();
    if name.is_empty() { "支部".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_one_that_every_system_accepts() {
        assert_eq!(safe_name(" 示例协会/支部:../第一 "), "示例协会_支部____第一");
        assert_eq!(safe_name("  "), "支部");
    }
}
