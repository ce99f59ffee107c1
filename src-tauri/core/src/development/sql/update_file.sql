UPDATE development_file SET
    name = :name, id_number = :id_number, sex = :sex, ethnicity = :ethnicity, birth = :birth, education = :education,
    unit_and_post = :unit_and_post, mobile = :mobile, mentors = :mentors, sponsors = :sponsors, note = :note
WHERE id = :id
