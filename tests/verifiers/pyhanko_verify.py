"""Asks pyHanko what it thinks of the signatures of a PDF: pyhanko_verify.py FILE.pdf TRUSTED.pem

TRUSTED.pem may hold several certificates. Prints one JSON object, about the newest signature. Exit code 0: it is intact,
valid, trusted and covers the whole file, and no signature finds a forbidden change;
1: one of these is not so; 2: could not be judged. Needs `pip install pyhanko`.
"""

import json
import logging
import sys

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext


def judge(pdf, certificate):
    roots = [x509.Certificate.load(der) for _, _, der in pem.unarmor(certificate.read(), multiple=True)]
    *earlier, newest = PdfFileReader(pdf, strict=True).embedded_signatures
    below = [judge_one(signature, roots) for signature in earlier]
    verdict = judge_one(newest, roots)
    whole = verdict["coverage"] == SignatureCoverageLevel.ENTIRE_FILE.name
    return verdict | {"ok": verdict["ok"] and whole and all(one["ok"] for one in below)}


def judge_one(signature, roots):
    # Judged as of the time the signer claims, so that the answer does not depend on the day it is asked.
    context = ValidationContext(
        trust_roots=roots,
        moment=signature.self_reported_timestamp,
        allow_fetching=False,
    )
    status = validate_pdf_signature(signature, signer_validation_context=context)
    return {
        "ok": bool(status.bottom_line and status.docmdp_ok),
        "intact": status.intact,
        "valid": status.valid,
        "trusted": status.trusted,
        "coverage": status.coverage.name,
        "docmdp_ok": status.docmdp_ok,
        "subfilter": signature.sig_object["/SubFilter"],
        "signer": status.signing_cert.subject.native["common_name"],
        "signed_at": signature.self_reported_timestamp.isoformat(),
        "summary": status.summary(),
    }


def main():
    logging.disable()  # what it would say stands in the answer
    try:
        with open(sys.argv[1], "rb") as pdf, open(sys.argv[2], "rb") as certificate:
            verdict = judge(pdf, certificate)
    except Exception as error:  # whatever it is, the caller wants one answer
        print(json.dumps({"ok": False, "error": f"{type(error).__name__}: {error}"}))
        return 2
    print(json.dumps(verdict, ensure_ascii=False))
    return 0 if verdict["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
