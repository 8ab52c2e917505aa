package dabiao;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One target of a report. Every number is exact, or rounded to at least 12 decimals after the verdict was made.
 *
 * @param target the target's id
 * @param plan the plan's id
 * @param clause the clause, such as {@code W1-2}
 * @param indicator the indicator's id
 * @param indicatorZh its name in Chinese
 * @param indicatorEn its name in English
 * @param outcome the verdict
 * @param standing where it stands
 * @param value the value that was judged, or null
 * @param unit the indicator's unit
 * @param numerator its count of cases, or null
 * @param denominator what they are counted over, or null
 * @param bound what it was compared with, or null
 * @param margin value minus bound, positive where good, or null
 * @param marginUnit the margin's unit
 * @param chance what small numbers allow to say, or null
 * @param reasons why it is undetermined, as JSON
 * @param sources where the values come from that it rests on
 * @param warnings its warnings and remarks
 * @param asksZh what is asked, in a few signs, in Chinese; null where it was not asked for
 * @param asksEn the same in English; null where it was not asked for
 * @param zh the sentence in Chinese; null where it was not asked for
 * @param en the sentence in English; null where it was not asked for
 */
public record Verdict(String target, String plan, String clause, String indicator, String indicatorZh, String indicatorEn, Outcome outcome,
        Standing standing, BigDecimal value, String unit, Long numerator, Long denominator, Bound bound, BigDecimal margin, String marginUnit, String chance,
        List<String> reasons, List<String> sources, List<Warning> warnings, String asksZh, String asksEn, String zh, String en) {
    static Verdict of(Map<String, Object> row) {
        Map<String, Object> target = Json.map(row, "target"), card = Json.map(row, "indicator"), found = Json.map(row, "assessment");
        Map<String, Object> counts = Json.map(found, "counts"), bound = Json.map(found, "bound"), texts = Json.map(row, "texts");
        Map<String, Object> zh = Json.map(texts, "zh"), en = Json.map(texts, "en"), small = Json.map(row, "small_numbers");
        List<Warning> warnings = new ArrayList<>();
        for (Map<String, Object> warning : Json.maps(row, "warnings")) {
            int place = warnings.size();
            warnings.add(new Warning(Json.text(Json.map(warning, "signal"), "kind"), Json.constant(Severity.class, warning, "severity"),
                    Json.flag(warning, "headline"), warning.get("sure") instanceof Boolean sure ? sure : null,
                    Json.flag(warning, "counts_wanted"), Json.text(Json.map(warning, "clearing"), "kind"), sentence(zh, place),
                    sentence(en, place)));
        }
        return new Verdict(Json.text(target, "id"), Json.text(target, "plan"), Json.text(row, "clause"), Json.text(target, "indicator"),
                Json.text(card, "zh"), Json.text(card, "en"), Json.constant(Outcome.class, found, "outcome"),
                Json.constant(Standing.class, row, "standing"), Json.decimal(found, "value"), Json.text(card, "unit"),
                Json.whole(counts, "numerator"), Json.whole(counts, "denominator"),
                bound.isEmpty() ? null
                        : new Bound(Json.decimal(bound, "limit"), "higher".equals(bound.get("better")), Json.flag(bound, "included")),
                Json.decimal(found, "margin"), Json.text(found, "margin_unit"), Json.text(small.isEmpty() ? Json.map(row, "gap_numbers") : small, "label"),
                Json.maps(found, "reasons").stream().map(Json::write).toList(),
                Json.maps(found, "evidence").stream().map(used -> Json.text(used, "source")).filter(Objects::nonNull).toList(),
                List.copyOf(warnings), Json.text(zh, "asks"), Json.text(en, "asks"), Json.text(zh, "verdict"),
                Json.text(en, "verdict"));
    }

    private static String sentence(Map<String, Object> texts, int place) {
        return texts.get("warnings") instanceof List<?> all && place < all.size() ? String.valueOf(all.get(place)) : null;
    }
}
