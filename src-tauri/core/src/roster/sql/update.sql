UPDATE member SET
    name = :name, branch_name = :branch_name, id_number = :id_number, sex = :sex, ethnicity = :ethnicity,
    birth = :birth, education = :education, kind = :kind, joined = :joined, converted = :converted,
    job_position = :job_position, mobile = :mobile, landline = :landline, address = :address,
    entered_on = :entered_on, entered_how = :entered_how, party_age_correction_months = :party_age_correction_months,
    probation_extended_months = :probation_extended_months, particulars = :particulars, note = :note,
    sort_key = :sort_key, search_key = :search_key
WHERE id = :id
