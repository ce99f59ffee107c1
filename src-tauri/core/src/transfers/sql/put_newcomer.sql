INSERT INTO transfer_newcomer (
    transfer_id, name, kind, id_number, sex, ethnicity, birth, joined, converted, mobile, reply_to, received_on
) VALUES (
    :transfer_id, :name, :kind, :id_number, :sex, :ethnicity, :birth, :joined, :converted, :mobile, :reply_to,
    :received_on
)
ON CONFLICT (transfer_id) DO UPDATE SET
    name = excluded.name, kind = excluded.kind, id_number = excluded.id_number, sex = excluded.sex,
    ethnicity = excluded.ethnicity, birth = excluded.birth, joined = excluded.joined,
    converted = excluded.converted, mobile = excluded.mobile, reply_to = excluded.reply_to,
    received_on = excluded.received_on
