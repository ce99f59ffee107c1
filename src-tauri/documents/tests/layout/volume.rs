//! Photos, and a quarter in one volume.

use super::*;

#[rstest]
#[case::twelve(12, 3)]
#[case::five(5, 2)]
#[case::one(1, 1)]
fn photos_stand_four_to_a_page_with_every_caption(#[case] count: u32, #[case] on: usize) {
    let alone = pages(&print("without_photos", &samples::minutes(3).writing(), &[]));
    let mut minutes = samples::minutes(3);
    minutes.photos = samples::photos(0, count);
    let captions: Vec<String> = minutes.photos.iter().map(|photo| photo.caption.clone()).collect();

    let pdf = print(&format!("photos_{count}"), &minutes.writing(), &[]);

    let pages = pages(&pdf);
    assert_eq!(pages[..alone.len()], alone, "the record itself stays as it is");
    assert_eq!(pages.len(), alone.len() + on);
    for (at, page) in pages.iter().enumerate().skip(alone.len()) {
        assert!(page.contains("附：会议照片2026年第四季度支部党员大会2026年11月25日"), "{page}");
        assert!(page.contains(&format!("—{}—", at + 1)), "{page}");
    }
    for (at, caption) in captions.iter().enumerate() {
        assert!(pages[alone.len() + at / 4].contains(caption.as_str()), "{caption}");
    }
    let unread = usize::from(count > 2);
    assert_eq!(pages.concat().matches("这张照片读不出来").count(), unread);
    assert_eq!(images(&pdf), count as usize - unread);
}

#[rstest]
#[case::of_three(3, 3, 5)]
#[case::of_fifty(12, 50, 12)]
#[case::of_one_meeting(1, 3, 0)]
fn a_bound_quarter_begins_each_meeting_on_a_new_page_that_its_contents_name(
    #[case] meetings: usize,
    #[case] people: usize,
    #[case] photos: u32,
) {
    let volume = samples::bound_quarter(meetings, people, photos);
    let (headings, captions): (Vec<_>, Vec<_>) = volume
        .meetings
        .iter()
        .map(|meeting| {
            let captions: Vec<_> = meeting.minutes.photos.iter().map(|photo| photo.caption.clone()).collect();
            (meeting.heading.clone(), captions)
        })
        .unzip();

    let pdf = print(&format!("bound_{meetings}_{people}"), &volume, &[]);

    let pages = pages(&pdf);
    let contents = text(&pdf).split('\u{c}').nth(1).expect("the contents").to_owned();
    let contents: Vec<_> = contents.lines().map(squeezed).collect();
    for (at, heading) in headings.iter().enumerate() {
        let title = format!("会议名称：第{}次支部党员大会", at + 1);
        let page = page_of(&pages, &title).expect("the minutes");
        assert!(
            pages[page - 1].starts_with(&format!("{}会议记录", samples::BRANCH)),
            "on a new page: {}",
            pages[page - 1]
        );
        assert!(pages[page - 1..=page].concat().contains("一、上次决议落实情况"), "numbered from the beginning");
        let line = contents.iter().find(|line| line.starts_with(&squeezed(heading))).expect("in the contents");
        assert_eq!(line.rsplit('.').next(), Some(page.to_string().as_str()), "{line}");
    }
    let whole = pages.concat();
    for caption in captions.iter().flatten().filter(|caption| !caption.is_empty()) {
        assert_eq!(whole.matches(caption.as_str()).count(), 1, "{caption}");
    }
    for (at, page) in pages.iter().enumerate().skip(1) {
        assert!(page.contains(&format!("—{}—", at + 1)), "numbered throughout: {page}");
        assert!(!page.contains("共1页"), "{page}");
    }
    for name in RARE_NAMES.iter().take(people) {
        assert!(whole.contains(name), "{name}");
    }
    assert!(whole.contains("签到表扫描20260920.pdf") && whole.contains("已取消：因台风停止户外活动"));
}

#[test]
fn a_bound_quarter_has_its_meetings_as_bookmarks_and_each_photo_once() {
    let mut volume = samples::bound_quarter(2, 3, 4);
    // The same picture at another meeting.
    let again = volume.meetings[0].minutes.photos[0].photo.clone().expect("a photo").bytes;
    volume.meetings[1].minutes.photos[0].photo.as_mut().expect("a photo").bytes = again;

    let pdf = print("bookmarks", &volume, &[]);

    let document = lopdf::Document::load(&pdf).expect("a readable PDF");
    let toc = document.get_toc().expect("bookmarks").toc;
    let titles: Vec<_> = toc.iter().map(|entry| (entry.level, entry.title.as_str())).collect();
    let expected = [
        (1, "组织生活计划与落实情况"),
        (1, "7月1日　第1次支部党员大会"),
        (2, "会议记录"),
        (2, "三会一课纪实报告表"),
        (2, "签到表扫描件"),
        (2, "会议照片"),
        (1, "8月2日　第2次支部党员大会"),
        (2, "会议记录"),
        (2, "会议照片"),
        (1, "到会统计表"),
        (1, "决议与落实情况"),
        (1, "未印入本册的签到表扫描件"),
    ];
    assert_eq!(titles, expected);
    let list = run("pdfimages", &["-list".as_ref(), pdf.as_os_str()]);
    let objects: BTreeSet<_> =
        list.lines().skip(2).filter_map(|line| line.split_whitespace().nth(10).map(str::to_owned)).collect();
    assert_eq!(objects.len(), 6, "{list}");
}
