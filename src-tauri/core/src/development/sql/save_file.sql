INSERT INTO development_file (id, name, id_number, sex, ethnicity, birth, education, unit_and_post, mobile, details, note)
VALUES (:id, :name, :id_number, :sex, :ethnicity, :birth, :education, :unit_and_post, :mobile, :details, :note)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, id_number = excluded.id_number, sex = excluded.sex,
    ethnicity = excluded.ethnicity, birth = excluded.birth, education = excluded.education,
    unit_and_post = excluded.unit_and_post, mobile = excluded.mobile, details = excluded.details, note = excluded.note
