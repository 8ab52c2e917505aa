package dabiao;

import java.util.List;
import java.util.Map;

/**
 * A relation between figures that does not hold (逻辑审核).
 *
 * @param relation its id, such as {@code neonatal-within-infant-deaths}
 * @param level how binding it is
 * @param relationZh the relation in Chinese
 * @param relationEn the relation in English
 * @param cells the figures that do not agree, the one to look at first in front
 * @param remedyZh what would be right, in Chinese
 * @param remedyEn what would be right, in English
 * @param zh all of it in Chinese
 * @param en all of it in English
 */
public record Audit(String relation, AuditLevel level, String relationZh, String relationEn, List<Cell> cells, String remedyZh, String remedyEn,
        String zh, String en) {
    /**
     * A figure.
     *
     * @param indicator the indicator's id
     * @param period the period
     * @param value the number as it was told
     * @param row the row's place among the observations of the request, from 0; null where it is of none
     * @param source where the row comes from, or null
     */
    public record Cell(String indicator, String period, String value, Integer row, String source) {
    }

    static Audit of(Map<String, Object> what, String zh, String en) {
        List<Cell> cells = Json.maps(what, "cells").stream().map(cell -> new Cell(Json.text(cell, "indicator"), Json.text(cell, "period"),
                Json.text(cell, "value"), Finding.row(Json.text(cell, "source")), Json.text(cell, "source"))).toList();
        return new Audit(Json.text(what, "relation"), Json.constant(AuditLevel.class, what, "level"), Json.text(what, "zh"), Json.text(what, "en"),
                cells, Json.text(what, "remedy_zh"), Json.text(what, "remedy"), zh, en);
    }
}
