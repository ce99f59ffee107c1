//! Figures in 大写: the letter's months and days are written so that nobody can alter them.

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

/// `2026` → 贰零贰陆
pub(super) fn digit_by_digit(text: &str) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|digit| DIGITS.get(digit as usize)).copied().unwrap_or(c);
    text.chars().map(digit).collect()
}

/// `90` → 玖拾, `105` → 壹佰零伍; below a thousand.
pub(super) fn number(number: u32) -> String {
    let (hundreds, tens, ones) = (number / 100 % 10, number / 10 % 10, number % 10);
    let digit = |digit: u32| DIGITS.get(digit as usize).copied().unwrap_or_default();
    let mut text = String::new();
    if hundreds > 0 {
        text.extend([digit(hundreds), '佰']);
    }
    if tens > 0 {
        text.extend([digit(tens), '拾']);
    } else if hundreds > 0 && ones > 0 {
        text.push('零');
    }
    if ones > 0 || text.is_empty() {
        text.push(digit(ones));
    }
    text
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(0, "零")]
    #[case(3, "叁")]
    #[case(10, "壹拾")]
    #[case(12, "壹拾贰")]
    #[case(30, "叁拾")]
    #[case(90, "玖拾")]
    #[case(100, "壹佰")]
    #[case(105, "壹佰零伍")]
    #[case(180, "壹佰捌拾")]
    #[case(999, "玖佰玖拾玖")]
    fn days_and_months_are_written_so_that_nobody_can_alter_them(#[case] figure: u32, #[case] written: &str) {
        assert_eq!(number(figure), written);
    }

    #[test]
    fn a_year_is_written_digit_by_digit() {
        assert_eq!(digit_by_digit("2026"), "贰零贰陆");
    }
}
