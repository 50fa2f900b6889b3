"""The sections of the page, one file each: from the dossier's records to what the templates show."""
