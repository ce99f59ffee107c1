INSERT INTO member (
    name, branch_name, id_number, sex, ethnicity, birth, education, kind, joined, converted, job_position,
    mobile, landline, address, standing, lost_contact_since, is_lost, is_mobile, mobile_destination,
    party_group, office, attendance_not_required, vote_suspended, entered_on, entered_how, note, sort_key,
    search_key, missing_fields
) VALUES (
    :name, :branch_name, :id_number, :sex, :ethnicity, :birth, :education, :kind, :joined, :converted,
    :job_position, :mobile, :landline, :address, :standing, :lost_contact_since, :is_lost, :is_mobile,
    :mobile_destination, :party_group, :office, :attendance_not_required, :vote_suspended, :entered_on,
    :entered_how, :note, :sort_key, :search_key, :missing_fields
)
