INSERT INTO transfer_letter (
    transfer_id, addressee, to_organization, reason, phone, address, office_phone, postcode, replaces_id
) VALUES (
    :transfer_id, :addressee, :to_organization, :reason, :phone, :address, :office_phone, :postcode, :replaces_id
)
ON CONFLICT (transfer_id) DO UPDATE SET
    addressee = excluded.addressee, to_organization = excluded.to_organization, reason = excluded.reason,
    phone = excluded.phone, address = excluded.address, office_phone = excluded.office_phone,
    postcode = excluded.postcode
