INSERT INTO zhibu.report (
    branch, period, version, sha256, fingerprint, signed_at, received_on, file, remark, pdf
)
SELECT found.branch, found.period, found.version, found.sha256, found.fingerprint, found.signed_at, $7, found.file,
    found.remark, found.pdf
FROM unnest(
    $1::text[], $2::text[], $3::integer[], $4::text[], $5::text[], $6::timestamptz[], $8::text[], $9::text[], $10::bytea[]
) AS found (branch, period, version, sha256, fingerprint, signed_at, file, remark, pdf)
ON CONFLICT DO NOTHING
RETURNING branch, period, version, sha256
