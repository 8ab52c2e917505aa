-- The rows to judge, each with its own key. A unit that was renamed, or became part of another, counts under the name that it has now.
-- A host with other tables changes this query and that of the members, and nothing else.
WITH RECURSIVE step (id, unit) AS (
    SELECT id, id FROM org
    UNION
    SELECT step.id, org.renamed_to FROM step JOIN org ON org.id = step.unit WHERE org.renamed_to IS NOT NULL
), now (id, kind, name) AS (
    SELECT step.id, org.kind, org.name FROM step JOIN org ON org.id = step.unit WHERE org.renamed_to IS NULL
)
SELECT v.id, v.area, v.code, m.dabiao_id, now.kind, v.org_id, now.name, v.residence, v.sex, v.age, v.period, v.value, v.value_text,
       coalesce(nullif(trim(v.unit), ''), i.unit) AS unit, v.numerator, v.denominator, v.status, v.reason, v.changed_definition
  FROM zb_value v
  LEFT JOIN zb_indicator i ON i.code = v.code
  LEFT JOIN zb_map m ON m.code = v.code
  LEFT JOIN now ON now.id = v.org_id
 ORDER BY v.id
