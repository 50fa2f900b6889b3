"""Read: from files, folders, archives and feeds to pages with their bytes."""
