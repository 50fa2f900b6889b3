"""Compare: what holds between articles (versions, passages, stories, entities)."""
