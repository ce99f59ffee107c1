INSERT INTO development_file
    (name, id_number, sex, ethnicity, birth, education, unit_and_post, mobile, mentors, sponsors, note)
VALUES
    (:name, :id_number, :sex, :ethnicity, :birth, :education, :unit_and_post, :mobile, :mentors, :sponsors, :note)
