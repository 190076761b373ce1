"""What two verifiers say of the same programs, and how it differs."""
