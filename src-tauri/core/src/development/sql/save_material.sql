INSERT INTO development_material
    (id, file_id, code, state, dated, pages, is_copy, is_signed, is_sealed, correction, kept_at, note)
VALUES (:id, :file, :code, :state, :dated, :pages, :is_copy, :is_signed, :is_sealed, :correction, :kept_at, :note)
ON CONFLICT (id) DO UPDATE SET state = excluded.state, dated = excluded.dated, pages = excluded.pages,
    is_copy = excluded.is_copy, is_signed = excluded.is_signed, is_sealed = excluded.is_sealed,
    correction = excluded.correction, kept_at = excluded.kept_at, note = excluded.note
