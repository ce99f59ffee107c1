-- What the material says follows from its papers.
INSERT INTO development_material (file_id, code, state, dated, note)
SELECT ?1, ?2, iif(count(dated) > 0, 'present', 'missing'), max(dated), '' FROM development_paper WHERE file_id = ?1 AND code = ?2
ON CONFLICT DO UPDATE SET state = excluded.state, dated = excluded.dated
