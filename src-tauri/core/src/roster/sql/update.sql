UPDATE member SET
    name = :name, branch_name = :branch_name, id_number = :id_number, sex = :sex, ethnicity = :ethnicity,
    birth = :birth, education = :education, kind = :kind, joined = :joined, converted = :converted,
    job_position = :job_position, mobile = :mobile, landline = :landline, address = :address,
    standing = :standing, lost_contact_since = :lost_contact_since, is_lost = :is_lost, is_mobile = :is_mobile,
    mobile_destination = :mobile_destination, party_group = :party_group, office = :office,
    attendance_not_required = :attendance_not_required, vote_suspended = :vote_suspended,
    entered_on = :entered_on, entered_how = :entered_how, note = :note, sort_key = :sort_key, search_key = :search_key,
    missing_fields = :missing_fields
WHERE id = :id
