INSERT INTO member (
    name, branch_name, id_number, sex, ethnicity, birth, education, kind, joined, converted, job_position,
    mobile, landline, address, entered_on, entered_how, party_age_correction_months, probation_extended_months,
    particulars, note, sort_key, search_key
) VALUES (
    :name, :branch_name, :id_number, :sex, :ethnicity, :birth, :education, :kind, :joined, :converted,
    :job_position, :mobile, :landline, :address, :entered_on, :entered_how, :party_age_correction_months,
    :probation_extended_months, :particulars, :note, :sort_key, :search_key
)
