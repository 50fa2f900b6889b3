"""Clusters: the quorum stops chains, and the result does not depend on the order of the links."""

from belegg.reason._clusters import clusters, holding


def test_a_chain_of_likenesses_is_no_cluster() -> None:
    links = [(1.5, n, n + 1) for n in range(9)]

    found = clusters(10, links, lambda a, b: abs(a - b) == 1)
    assert max(len(g) for g in found) <= 3


def test_what_is_alike_all_round_is_one_cluster() -> None:
    links = [(1.5, a, b) for a in range(20) for b in range(a + 1, 20)]
    assert clusters(20, links, lambda a, b: True) == [list(range(20))]


def test_the_order_of_links_does_not_matter() -> None:
    links = [(1.5, 0, 1), (1.4, 1, 2), (1.3, 3, 4)]

    def speaks(a: int, b: int) -> bool:
        return any(sorted(pair) == sorted((a, b)) for _, *pair in links)

    assert clusters(5, links, speaks) == clusters(5, links[::-1], speaks)


def test_a_group_is_explained_by_one_link_a_member_and_the_strongest_ones() -> None:
    home = {0: 0, 1: 0, 2: 0, 3: 1}
    links = [(0.5, 0, 1), (0.9, 0, 2), (0.8, 1, 2), (0.7, 2, 3)]
    assert holding(links, home) == [(0.9, 0, 2), (0.8, 1, 2)]
