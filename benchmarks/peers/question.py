"""The question that all peers answer from the published tables: median and highest sum of each province, for awards of one level in documents of some years."""

QUESTION = """
SELECT left(c.division_code, 2) AS province, median(coalesce(a.sum_max_cny, a.sum_cny)) AS middle, max(coalesce(a.sum_max_cny, a.sum_cny)) AS most
FROM read_parquet('{tables}/awards.parquet') a
JOIN read_parquet('{tables}/documents.parquet') d USING (document_id)
JOIN read_parquet('{tables}/cities.parquet') c USING (city_id)
WHERE a.form = 'sum' AND a.recognition_level = '{level}' AND d.policy_year BETWEEN 2012 AND 2024
GROUP BY 1 ORDER BY 1
"""
LEVELS = ("national", "provincial")
