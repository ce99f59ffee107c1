INSERT INTO appraisal_member (
    appraisal_id, position, member_id, own_done, own_on, own_text, own_on_paper, mutual_done, mutual_text,
    excellent, qualified, basically_qualified, unqualified, grade, reason
) VALUES (
    :appraisal, :position, :member, :own_done, :own_on, :own_text, :own_on_paper, :mutual_done, :mutual_text,
    :excellent, :qualified, :basically_qualified, :unqualified, :grade, :reason
)
