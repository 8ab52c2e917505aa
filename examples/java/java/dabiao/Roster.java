package dabiao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who should report in a year: all units of one kind.
 *
 * @param area the area; null for that of the rows that name none
 * @param kind the kind of unit, such as {@code township} or 苏木镇
 * @param year the year
 * @param members the units; an empty list says that there is none
 */
public record Roster(String area, String kind, int year, List<Member> members) {
    /**
     * A roster whose members stay as they are.
     *
     * @param area the area, or null
     * @param kind the kind of unit
     * @param year the year
     * @param members the units
     */
    public Roster {
        members = List.copyOf(members);
    }

    /**
     * A unit.
     *
     * @param id its code or name
     * @param size the denominator that it would report, or null
     */
    public record Member(String id, Long size) {
    }

    /**
     * A roster of units whose sizes are not known.
     *
     * @param area the area, or null
     * @param kind the kind of unit
     * @param year the year
     * @param ids the units' codes or names
     * @return the roster
     */
    public static Roster of(String area, String kind, int year, String... ids) {
        return new Roster(area, kind, year, java.util.Arrays.stream(ids).map(id -> new Member(id, null)).toList());
    }

    Map<String, Object> json() {
        Map<String, Object> roster = new LinkedHashMap<>();
        if (area != null) {
            roster.put("area", area);
        }
        roster.put("kind", kind);
        roster.put("year", year);
        List<Map<String, Object>> list = new ArrayList<>();
        for (Member member : members) {
            Map<String, Object> unit = new LinkedHashMap<>();
            unit.put("id", member.id());
            if (member.size() != null) {
                unit.put("size", member.size());
            }
            list.add(unit);
        }
        roster.put("members", list);
        return roster;
    }
}
