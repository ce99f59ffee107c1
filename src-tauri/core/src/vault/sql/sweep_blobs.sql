-- A changeset names a blob in plain text, so that what can still be undone or brought back is found in it.
DELETE FROM vault_blob
WHERE NOT EXISTS (
        SELECT 1 FROM attachment
        WHERE vault_blob.sha256 IN (attachment.sha256, attachment.original_sha256, attachment.text_sha256)
    )
    AND NOT EXISTS (SELECT 1 FROM development_scan WHERE development_scan.sha256 = vault_blob.sha256)
    AND NOT EXISTS (SELECT 1 FROM return_template WHERE return_template.sha256 = vault_blob.sha256)
    AND NOT EXISTS (SELECT 1 FROM rule_set WHERE rule_set.sha256 = vault_blob.sha256)
    AND NOT EXISTS (SELECT 1 FROM report_receipt WHERE report_receipt.sha256 = vault_blob.sha256)
    AND NOT EXISTS (SELECT 1 FROM superior_report WHERE superior_report.sha256 = vault_blob.sha256)
    AND NOT EXISTS (SELECT 1 FROM undo_step WHERE instr(changeset, CAST(vault_blob.sha256 AS BLOB)))
