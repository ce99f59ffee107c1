//! Numbers in Chinese characters, as sentences, headings and letters have them.

use chinese_number::{ChineseCase, ChineseCountMethod, ChineseVariant, NumberToChinese};

/// `六`, `十二`, `二十五`: as a heading is numbered.
pub fn numeral(number: u32) -> String {
    written(number, ChineseCase::Lower)
}

/// `六` months, `十二` months, but `两` years: as it is said before what is counted.
pub fn counted(number: u32) -> String {
    if number == 2 { "两".to_owned() } else { numeral(number) }
}

/// `叁`, `玖拾`, `壹佰零伍`: 大写, so that nobody can alter it.
pub fn capitals(number: u32) -> String {
    let written = written(number, ChineseCase::Upper);
    // Ten is 壹拾: before a bare 拾 another digit could be written.
    if written.starts_with('拾') { format!("壹{written}") } else { written }
}

/// `2026` → `贰零贰陆`: a year in 大写, digit by digit.
pub fn capitals_by_digit(text: &str) -> String {
    text.chars().map(|c| c.to_digit(10).map_or_else(|| c.to_string(), capitals)).collect()
}

/// A stretch of so many months: `半年`, `一年`, `两年`, else `三个月`.
pub fn stretch(months: u32) -> String {
    match months {
        6 => "半年".to_owned(),
        12.. if months.is_multiple_of(12) => format!("{}年", counted(months / 12)),
        _ => format!("{}个月", counted(months)),
    }
}

/// How often something comes round: `每月`, `每季度`, `每年`, else `每半年`, `每两个月`.
pub fn every(months: u32) -> String {
    match months {
        1 => "每月".to_owned(),
        3 => "每季度".to_owned(),
        12 => "每年".to_owned(),
        _ => format!("每{}", stretch(months)),
    }
}

fn written(number: u32, case: ChineseCase) -> String {
    let written = number.to_chinese(ChineseVariant::Simple, case, ChineseCountMethod::TenThousand);
    // Only what is larger than any u32 cannot be written.
    written.unwrap_or_else(|_| number.to_string())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(0, "零", "零")]
    #[case(1, "一", "壹")]
    #[case(3, "三", "叁")]
    #[case(9, "九", "玖")]
    #[case(10, "十", "壹拾")]
    #[case(11, "十一", "壹拾壹")]
    #[case(12, "十二", "壹拾贰")]
    #[case(20, "二十", "贰拾")]
    #[case(30, "三十", "叁拾")]
    #[case(90, "九十", "玖拾")]
    #[case(99, "九十九", "玖拾玖")]
    #[case(100, "一百", "壹佰")]
    #[case(110, "一百一十", "壹佰壹拾")]
    #[case(105, "一百零五", "壹佰零伍")]
    #[case(180, "一百八十", "壹佰捌拾")]
    #[case(999, "九百九十九", "玖佰玖拾玖")]
    #[case(10_060, "一万零六十", "壹万零陆拾")]
    fn a_number_is_written_as_it_is_read(#[case] number: u32, #[case] small: &str, #[case] large: &str) {
        assert_eq!((numeral(number).as_str(), capitals(number).as_str()), (small, large));
    }

    #[test]
    fn a_year_is_written_digit_by_digit() {
        assert_eq!(capitals_by_digit("2026"), "贰零贰陆");
    }

    #[rstest]
    #[case(1, "一个月", "每月")]
    #[case(2, "两个月", "每两个月")]
    #[case(3, "三个月", "每季度")]
    #[case(6, "半年", "每半年")]
    #[case(12, "一年", "每年")]
    #[case(18, "十八个月", "每十八个月")]
    #[case(24, "两年", "每两年")]
    fn months_are_said_as_people_say_them(#[case] months: u32, #[case] long: &str, #[case] often: &str) {
        assert_eq!((stretch(months).as_str(), every(months).as_str()), (long, often));
    }
}
