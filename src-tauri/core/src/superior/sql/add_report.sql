INSERT INTO superior_report (
    branch_id, period, version, sha256, fingerprint, signed_at, received_on, file, figures, remark
) VALUES (
    :branch_id, :period, :version, :sha256, :fingerprint, :signed_at, :received_on, :file, :figures, :remark
)
