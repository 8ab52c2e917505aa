//! What the page says is what the report says.

use dabiao::{Catalogue, Language, Outcome, Year, ahead::Signal, report::Tally, text};

use crate::scene::*;
use dabiao_tables::run::Choices;

fn scenes() -> Vec<Scene> {
    let languages = [Language::Chinese, Language::English];
    languages
        .into_iter()
        .flat_map(|language| {
            [Scene::national(language, 2024), Scene::national(language, 2030), Scene::county(language, 2024)]
        })
        .collect()
}

#[test]
fn every_target_stands_once_as_card_or_line_and_once_in_the_annex() {
    for scene in scenes() {
        let (page, rows) = (scene.written(), &scene.report().rows);
        let cards = between(&page, "<article class=\"card\" id=\"", "\"");
        let lines = between(&page, "<li id=\"", "\"");
        let number = |id: &&str| id.trim_start_matches('t').parse::<usize>().expect("a number");
        let mut ids: Vec<&str> = cards.iter().chain(&lines).copied().collect();
        ids.sort_by_key(number);
        let expected: Vec<String> = (1..=rows.len()).map(|number| format!("t{number}")).collect();
        assert_eq!(ids, expected);
        let annex = between(&page, "<table class=\"annex\">", "</table>").concat();
        let mut listed = between(&annex, "href=\"#", "\"");
        listed.retain(|id| *id != "sources");
        listed.sort_by_key(number);
        assert_eq!(listed, expected);
        // What was judged or has a value is never hidden among what has none.
        let hidden = between(&page, "<details class=\"bare\">", "</details>").concat();
        for (row, id) in rows.iter().zip(&expected) {
            let judged = matches!(row.assessment().outcome, Outcome::Met | Outcome::NotMet);
            let valued = row.assessment().value.is_some();
            assert!(!(judged || valued) || !hidden.contains(&format!("id=\"{id}\"")), "{id} is hidden");
            let place = page.split(&format!(" id=\"{id}\"")).nth(1).expect("its place");
            assert!(place.split("</li>").next().unwrap().contains(&escaped(&row.clause)), "{id}");
            let (zh, en) = (escaped(&row.indicator.zh), escaped(&row.indicator.en));
            let name = if scene.choices.language == Language::Chinese { zh } else { en };
            assert!(annex.contains(&name), "{id}: {name}");
        }
    }
}

#[test]
fn a_card_has_its_sentence_standing_words_and_warnings() {
    for scene in scenes() {
        let (page, language) = (scene.written(), scene.choices.language);
        let mut seen = 0;
        for card in between(&page, "<article class=\"card\" id=\"t", "</article>") {
            let (number, card) = card.split_once('"').unwrap();
            let row = &scene.report().rows[number.parse::<usize>().unwrap() - 1];
            let sentence = between(card, "<p class=\"sentence\">", "</p>")[0];
            assert_eq!(sentence, escaped(&text::sentence(row, language)));
            let standing = row.judgement.standing;
            let standing = if language == Language::Chinese { standing.zh() } else { standing.en() };
            assert!(between(card, "</span><span>", "</span>")[0].starts_with(standing));
            assert!(card.contains(&escaped(&row.target.clause.words)));
            for warning in &row.judgement.warnings {
                let not_reported = matches!(warning.signal, Signal::NotReported { .. });
                // Behind the name that the card bears already.
                let told = text::warning(row, warning, language);
                let name = if language == Language::Chinese { "：" } else { ": " };
                let told = escaped(told.split_once(name).unwrap().1);
                assert_ne!(card.contains(&told), not_reported, "{told}");
            }
            seen += 1;
        }
        assert!(seen >= 2, "{seen}");
    }
}

#[test]
fn what_is_not_met_or_at_risk_stands_first_and_worst_first() {
    for scene in scenes() {
        let page = scene.written();
        let first = between(&page, "<ul class=\"rows\">", "</ul>")[0];
        let listed: Vec<usize> =
            between(first, "href=\"#t", "\"").iter().map(|id| id.parse().unwrap()).collect();
        // The very list of the report, which the text and the wire form tell too.
        let ids: Vec<&str> =
            listed.iter().map(|number| &*scene.report().rows[number - 1].target.id).collect();
        let all = scene.report().at_risk.iter().flat_map(|group| &group.targets);
        assert!(listed.len() >= 2 && all.eq(ids));
        assert!(page.find("class=\"rows\"") < page.find("<article"));
        // Each has a card of its own, and its warnings there are the most severe first.
        for number in listed {
            assert!(page.contains(&format!("<article class=\"card\" id=\"t{number}\"")), "{number}");
        }
    }
}

#[test]
fn counts_add_up() {
    for scene in scenes() {
        let (page, rollup) = (scene.written(), &scene.report().rollup);
        let table = between(&page, "<caption id=\"by-part-caption\">", "</table>")[0];
        let counts = |line: &&str| -> Vec<usize> {
            between(line, "<td class=\"count\">", "</td>")
                .iter()
                .filter_map(|cell| cell.parse().ok())
                .collect()
        };
        let lines: Vec<Vec<usize>> = between(table, "<tr", "</tr>").iter().skip(1).map(counts).collect();
        for line in &lines {
            assert_eq!(line.len(), 8);
            assert_eq!(line[0], line[1..].iter().sum::<usize>());
        }
        let (all, parts) = lines.split_last().unwrap();
        for column in 0..8 {
            assert_eq!(parts.iter().map(|line| line[column]).sum::<usize>(), all[column]);
        }
        let Tally { total, met, not_met, undetermined, not_applicable, not_due, not_judged } = rollup.total;
        let not_yet: usize = rollup.parts.iter().map(|part| part.counts.not_yet).sum();
        let missed = not_met - not_yet;
        assert_eq!(*all, [total, met, missed, not_yet, undetermined, not_applicable, not_due, not_judged]);
        // The tiles hold every target of their domain.
        let tiles = between(&page, "<ul class=\"tiles\">", "</ul>")[0];
        let sums: Vec<usize> = between(tiles, "<li>", "</li>")
            .iter()
            .map(|tile| {
                between(tile, "<b>", "</b>").iter().map(|count| count.parse::<usize>().unwrap()).sum()
            })
            .collect();
        assert_eq!(sums.iter().sum::<usize>(), scene.report().rows.len());
    }
}

#[test]
fn a_reading_is_said_in_the_language_of_the_page() {
    let (zh, en) = (Scene::national(Language::Chinese, 2024), Scene::national(Language::English, 2024));
    let target = zh.catalogue.target("women.economy.g2.women-share-of-employed").expect("a target");
    let (page_zh, page_en) = (zh.written(), en.written());
    let reading = target.note.as_ref().expect("a reading");
    let (note, note_zh) = (escaped(&reading.en), escaped(&reading.zh));
    assert!(page_zh.contains(&note_zh) && !page_zh.contains(&note), "{note_zh}");
    assert!(page_en.contains(&note) && !page_en.contains(&note_zh), "{note}");
}

#[test]
fn an_own_plan_stands_under_its_own_name() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/own-plan.toml").to_owned();
    for (plan, language, title) in [
        (Some("city"), Language::Chinese, "全国某市妇女儿童发展规划（虚构）2024年度监测报告"),
        (
            Some("city"),
            Language::English,
            "China: A city's plan for women and children (made up), annual monitoring 2024",
        ),
        (
            None,
            Language::Chinese,
            "全国妇女儿童发展规划（2021—2030年）、某市妇女儿童发展规划（虚构）2024年度监测报告",
        ),
        (Some("women"), Language::Chinese, "全国妇女发展规划（2021—2030年）2024年度监测报告"),
    ] {
        let choices = Choices {
            language,
            plan: plan.map(str::to_owned),
            own_plans: vec![file.clone()],
            ..Choices::default()
        };
        let catalogue = choices.catalogue().expect("a sound plan");
        let page = Scene::of(catalogue, choices).written();
        assert_eq!(between(&page, "<title>", "</title>"), [title]);
        assert!(!page.contains("city规划"));
    }
}

#[test]
fn domains_are_titled_in_the_language_of_the_page() {
    let [chinese, english] =
        [Language::Chinese, Language::English].map(|language| Scene::national(language, 2024));
    let (zh, en) = (chinese.written(), english.written());
    let mut seen = 0;
    for part in chinese.report().rollup.domains.iter().filter(|part| part.domain > 0) {
        let plan = chinese.catalogue.plan(&part.plan).unwrap();
        let place = usize::from(part.domain) - 1;
        let (title_zh, title_en) = (&*plan.domains[place], &*plan.domains_en[place]);
        assert!(zh.contains(&format!(">{title_zh}</h2>")) && !zh.contains(title_en), "{title_zh}");
        assert!(en.contains(&format!(">{title_en}</h2>")) && !en.contains(title_zh), "{title_en}");
        seen += 1;
    }
    assert!(seen >= 12, "{seen}");
}

/// A Chinese finding names the indicator in Chinese, whether the row gave its id or its name.
#[test]
fn findings_name_the_indicator_in_the_language_of_the_page() {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("findings.csv");
    let rows = "indicator,area,period,value\n\
                maternal-mortality-ratio,示例旗,2023,-1\n\
                孕产妇死亡率,示例旗,2024,-2\n";
    std::fs::write(&path, rows).unwrap();
    let found = |language| {
        let file = Some(path.to_string_lossy().into_owned());
        let scene = Scene::of(Catalogue::hangjin(), Choices { file, language, ..Choices::default() });
        assert_eq!(scene.report().findings.len(), 2);
        let page = scene.written();
        let list = between(&page, "<ul class=\"findings\">", "</ul>")[0];
        between(list, "<li>", "</li>").into_iter().map(words).collect::<Vec<_>>()
    };
    let chinese = found(Language::Chinese);
    for (line, year) in chinese.iter().zip([2023, 2024]) {
        assert!(line.contains(&format!("：孕产妇死亡率{year}年：数值-")), "{line}");
        assert!(!line.contains("maternal-mortality-ratio"), "{line}");
    }
    let english = found(Language::English);
    assert!(english[0].contains(": maternal mortality ratio 2023: "), "{english:?}");
}

#[test]
fn it_says_whose_figures_and_what_the_share_is() {
    let national = Scene::national(Language::Chinese, 2024).written();
    let top = between(&national, "<header class=\"top\">", "</header>")[0];
    assert!(words(top).contains("这不是杭锦旗的数。"));
    // The year is said in one sentence, on main goals alone.
    let lead = between(&national, "<p class=\"lead\">", "</p>")[0];
    for said in ["2024年", "项主要目标中可评价", "达标率", "进展顺利率", "本年缺数"] {
        assert!(lead.contains(said), "{said}: {lead}");
    }
    let county = Scene::county(Language::Chinese, 2024).written();
    assert!(
        !county.contains("这不是杭锦旗的数")
            && between(&county, "<header class=\"top\">", "</header>")[0].contains("示例旗")
    );
    let english = Scene::national(Language::English, 2024).written();
    assert!(english.contains("<html lang=\"en\">") && national.contains("<html lang=\"zh-CN\">"));
    assert!(
        words(between(&english, "<header class=\"top\">", "</header>")[0])
            .contains("These are not the banner’s figures.")
    );
    for receipt in ["dabiao 0.", "2021-2030/1", "full_value", "around_tolerance"] {
        assert!(between(&english, "<h2 id=\"receipt\">", "</section>")[0].contains(receipt), "{receipt}");
    }
}

#[test]
fn drawings_hold_the_settled_values_and_end_where_the_outlook_does() {
    for scene in scenes() {
        let page = scene.page();
        let (mut bars, mut ends, mut gaps) = (0, 0, 0);
        for entry in page.entries().unwrap() {
            let outlook = entry.row.judgement.outlook.as_ref();
            let projection = page.projection(entry.row);
            if let Some(end) = outlook.and_then(|outlook| outlook.projection.as_ref()) {
                assert_eq!(projection.last().map(|last| &last.value), Some(end), "{}", entry.row.target.id);
                ends += 1;
            }
            let Some(chart) = page.chart(&entry) else { continue };
            let pairs = chart.points.iter().zip(chart.points.iter().skip(1));
            gaps += pairs.clone().filter(|(a, b)| a.at.year.plus(1) < b.at.year && !b.joined).count();
            assert!(pairs.clone().all(|(a, b)| !b.joined || a.at.year.plus(1) == b.at.year));
            let values: Vec<_> = chart.points.iter().map(|point| (point.at.year, &point.at.value)).collect();
            assert!(values.iter().all(|(year, _)| *year <= scene.report().year));
            let settled = scene
                .run
                .data
                .area_or_empty(scene.report().area.as_deref().unwrap_or_default())
                .values(&entry.row.indicator.id)
                .unwrap();
            assert!(
                values
                    .iter()
                    .all(|(year, value)| settled.iter().any(|at| at.year == *year && at.value == **value))
            );
            // The bar of the judged year is the interval that the sentence prints.
            if let (Some(small), Some(last)) = (&entry.row.judgement.small_numbers, chart.points.last()) {
                let (low, high) = last.interval.as_ref().expect("a value with counts has an interval");
                let shown = |value: f64| format!("{value:.1}");
                assert_eq!(shown(low.to_f64()), shown(small.interval.0.value()));
                assert_eq!(shown(high.to_f64()), shown(small.interval.1.value()));
                bars += 1;
            }
        }
        let counted = scene.choices.file.is_some();
        assert_eq!(bars > 0, counted);
        // Once the plan is over there is nothing to project.
        assert_eq!(ends > 0, scene.report().year < Year::literal(2030), "{ends}");
        assert!(gaps > 0, "{gaps}");
    }
}

#[test]
fn later_values_are_not_looked_at() {
    let page = Scene::county(Language::Chinese, 2022).written();
    let told = between(&page, "<main", "<h2 id=\"findings\">").concat();
    assert!(told.contains("0/862"));
    assert!(!told.contains("/840") && !told.contains("/823"));
}

#[test]
fn drawings_stay_inside_and_have_words() {
    let page = Scene::county(Language::English, 2024).written();
    let drawings = between(&page, "<svg role=\"img\"", "</svg>");
    assert!(drawings.len() >= 3);
    for drawing in drawings {
        let label = between(drawing, "aria-labelledby=\"", "\"")[0];
        let (title, description) = label.split_once(' ').unwrap();
        assert!(
            drawing.contains(&format!("<title id=\"{title}\">"))
                && drawing.contains(&format!("<desc id=\"{description}\">"))
        );
        assert_eq!(page.matches(&format!("id=\"{title}\"")).count(), 1);
        for axis in [("cx=\"", 320.0), ("cy=\"", 190.0), ("x=\"", 320.0), ("y=\"", 190.0)] {
            for place in between(drawing, &format!(" {}", axis.0), "\"") {
                let place: f64 = place.parse().expect("a number");
                assert!((0.0..=axis.1).contains(&place), "{place}");
            }
        }
    }
}

#[test]
fn the_annex_has_baseline_year_before_this_year_and_change() {
    let line = |scene: &Scene, indicator: &str| -> Vec<String> {
        let page = scene.written();
        let annex = between(&page, "<table class=\"annex\">", "</table>").concat();
        let lines = between(&annex, "<tr>", "</tr>");
        let line = lines
            .iter()
            .find(|line| line.contains(&format!("<th scope=\"row\">{indicator}</th>")))
            .expect("the line");
        let closed = line.replace("</th>", "</td>");
        closed.split("</td>").map(words).take(11).collect()
    };
    let national = Scene::national(Language::Chinese, 2024);
    let rate = [
        "4",
        "W1-2",
        "孕产妇死亡率",
        "/10万",
        "16.9",
        "15.1",
        "14.3",
        "−5.3%",
        "≤12/10万",
        "比目标值高2.3/10万",
        "预期可达标",
    ];
    assert_eq!(line(&national, "孕产妇死亡率"), rate);
    let share = line(&national, "高中阶段教育毛入学率");
    assert_eq!(share[3..8], ["%", "91.2", "91.8", "92.0", "+0.2个百分点"]);
    assert_eq!(line(&national, "就业人员中的女性比例")[7], "持平");
    // Nobody told 2023: no year before, and no change.
    let county = Scene::county(Language::Chinese, 2024);
    assert_eq!(line(&county, "托育机构数量")[3..8], ["个", "3", "—", "6", "—"]);
    assert_eq!(line(&Scene::county(Language::Chinese, 2021), "托育机构数量")[7], "+1个（+33.3%）");
    // Another definition from 2022 on: no change across it.
    assert_eq!(line(&Scene::national(Language::Chinese, 2022), "小学生近视率")[7], "口径变化");
}
