-- Who is on the roster in which year, under the names that the units have now.
WITH RECURSIVE step (id, unit) AS (
    SELECT id, id FROM org
    UNION
    SELECT step.id, org.renamed_to FROM step JOIN org ON org.id = step.unit WHERE org.renamed_to IS NOT NULL
), now (id, area, kind, name) AS (
    SELECT step.id, org.area, org.kind, org.name FROM step JOIN org ON org.id = step.unit WHERE org.renamed_to IS NULL
)
SELECT y.id, now.area, now.kind, now.name, y.year, y.size, y.org_id, now.id AS known
  FROM org_year y
  LEFT JOIN now ON now.id = y.org_id
 ORDER BY y.id
