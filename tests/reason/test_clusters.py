"""Clusters: the quorum stops chains, and the result does not depend on the order of the links."""

from belegg.reason._clusters import clusters, holding


def test_a_chain_of_likenesses_is_no_cluster() -> None:
    links = [(1.5, n, n + 1) for n in range(9)]

    def score(a: int, b: int) -> float:
        return 1.5 if abs(a - b) == 1 else 0.0

    found = clusters(10, links, score, 1.25)
    assert max(len(g) for g in found) <= 3


def test_what_is_alike_all_round_is_one_cluster() -> None:
    links = [(1.5, a, b) for a in range(20) for b in range(a + 1, 20)]
    assert clusters(20, links, lambda a, b: 1.5, 1.25) == [list(range(20))]


def test_the_order_of_links_does_not_matter() -> None:
    links = [(1.5, 0, 1), (1.4, 1, 2), (1.3, 3, 4)]

    def score(a: int, b: int) -> float:
        return next((s for s, *pair in links if sorted(pair) == sorted((a, b))), 0.0)

    assert clusters(5, links, score, 1.25) == clusters(5, links[::-1], score, 1.25)


def test_a_group_is_explained_by_one_link_a_member_and_the_strongest_ones() -> None:
    home = {0: 0, 1: 0, 2: 0, 3: 1}
    links = [(0.5, 0, 1), (0.9, 0, 2), (0.8, 1, 2), (0.7, 2, 3)]
    assert holding(links, home) == [(0.9, 0, 2), (0.8, 1, 2)]
