"""The other ten sites, and the list of all."""

from __future__ import annotations

import json

from benchmarks.quality.main_text.articles import Article, Style, story
from benchmarks.quality.main_text.clutter import (
    AUTHOR,
    CAPTION,
    COOKIES,
    HEADLINES,
    MENU,
    NEWSLETTER,
    RIGHTS,
    comments,
    links,
)
from benchmarks.quality.main_text.sites import (
    Site,
    amp,
    broadsheet,
    magazine,
    ministry,
    old_table,
    page_of,
    paywalled,
    soup,
    tabloid,
    title_of,
    weblog,
    wire,
)


def broadcaster(a: Article) -> str:
    """A broadcaster: blocks named by what they are, a player, links to related topics."""
    style = Style(
        p='<div data-component="text-block"><p class="t">{}</p></div>',
        h='<div data-component="subheadline-block"><h2>{}</h2></div>',
        q='<div data-component="quote-block"><blockquote>{}</blockquote></div>',
        ul='<div data-component="unordered-list-block"><ul>{}</ul></div>',
    )
    more = (
        '<div data-component="links-block"><p><b>More on this story</b></p><ul>'
        + links(a.number, 2)
        + "</ul></div>"
    )
    player = (
        '<div data-component="media-block"><p>This video can not be played</p><p>Media caption, '
        + HEADLINES[5]
        + "</p></div>"
    )
    return page_of(
        a,
        f'<header role="banner"><nav>{MENU}</nav></header><main id="main-content"><article><div '
        f'data-component="headline-block"><h1>{title_of(a)}</h1></div><div data-component='
        f'"byline-block"><span>Ada Quill</span><span>Region correspondent</span></div>{player}'
        f"{story(a, style, {4: more})}</article><section><h2>Top stories</h2>{links(3, 3)}</section>"
        f'</main><footer role="contentinfo">{RIGHTS}</footer>',
        title="{} - Coast News",
    )


def local(a: Article) -> str:
    """A local paper: consent, push messages, weather, advert boxes with words of their own."""
    advert = (
        '<div class="native-ad"><span>Sponsored</span><h4>Local roofer reveals: three mistakes that '
        "cost you thousands</h4><p>Ask for your free estimate today.</p></div>"
    )
    return page_of(
        a,
        f'{COOKIES}<div class="push">Allow notifications to stay informed</div><div class="weather">'
        f'Today 11°C, rain later</div><ul class="nav">{MENU}</ul><div class="article-wrapper"><div '
        f'class="article__header"><h1>{title_of(a)}</h1></div><div class="article__body">'
        f'{story(a, between={2: advert})}<p class="email-reporter">Do you know more? Write to '
        'desk@local.example</p></div></div><div class="trending"><h2>Trending</h2>'
        f'{links(1, 6)}</div><div class="footer">{RIGHTS}</div>',
        title="{} – The Orlstad Local",
    )


def live(a: Article) -> str:
    """A live page: every block an entry with its time, newest first in the list of what matters."""
    entries = "".join(
        f'<div class="post" id="p{k}"><time>1{k % 10}:0{k % 6}</time>'
        f"{story(Article(0, '', (block,)))}<div class='post-share'>Share this post</div></div>"
        for k, block in enumerate(a.blocks)
    )
    return page_of(
        a,
        f'<nav>{MENU}</nav><main><h1>{title_of(a)} – live</h1><div class="key"><h2>Key events</h2><ul>'
        f'<li><a href="#p1">11:01</a></li><li><a href="#p2">12:02</a></li></ul></div><div class='
        f'"live-posts">{entries}</div></main><footer>{RIGHTS}</footer>',
    )


def forum(a: Article) -> str:
    """A community site: the story is a post with votes, and replies stand below it."""
    return page_of(
        a,
        f'<div class="head">{MENU}</div><div class="thread"><div class="post first"><div class='
        f'"votes">128 points</div><h1>{title_of(a)}</h1><div class="user">posted by quaywatch 3 hours '
        f'ago</div><div class="post-body">{story(a)}</div><div class="actions">reply | share | report'
        '</div></div><div class="comments">'
        f"{comments('<div class=comment><span class=user>{}</span><div>{}</div></div>')}</div></div>"
        f'<div class="side"><h3>Rules</h3><p>Be kind. No links to shops. Moderators decide.</p></div>',
        title="{} : quay",
    )


def embedded(a: Article) -> str:
    """A portal: posts of other platforms and a poll between the paragraphs."""
    post = (
        '<blockquote class="twitter-tweet"><p lang="en">Cannot believe what I am seeing out of my '
        'window right now</p>— Bo (@bo) <a href="https://social.example/1">March 4</a></blockquote>'
    )
    poll = (
        '<div class="poll"><h3>Poll</h3><p>Should the county pay?</p><label><input type="radio">Yes'
        '</label><label><input type="radio">No</label><button>Vote</button></div>'
    )
    return page_of(
        a,
        f'<div class="topbar">{MENU}</div><div id="article" class="article"><h1>{title_of(a)}</h1>'
        f'<p class="updated">Updated: 04.03.2026, 14:11</p>{story(a, between={2: post, 4: poll})}'
        f'</div><div class="outbrain"><h4>Around the web</h4>{links(2, 6)}</div>{RIGHTS}',
    )


def metadata(a: Article) -> str:
    """A page whose text stands twice, once as data for search engines."""
    data = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": a.title,
            "datePublished": "2026-03-04T10:00:00Z",
            "articleBody": a.body,
        }
    )
    return page_of(
        a,
        f'<div class="menu">{MENU}</div><div class="story"><h1>{title_of(a)}</h1>{story(a)}</div><div '
        f'class="more">{links(4, 4)}</div><div class="legal">{RIGHTS}</div>',
        head=f'<script type="application/ld+json">{data}</script><meta property="og:type" '
        'content="article">',
    )


def sections(a: Article) -> str:
    """A site that cuts the story in sections, each with an anchor, and lists them first."""
    style = Style(h='</section><section><h2 id="x">{}<a href="#x">#</a></h2>')
    toc = '<div class="toc"><b>In this article</b><ul><li><a href="#x">What happened</a></li></ul></div>'
    return page_of(
        a,
        f"<header><nav>{MENU}</nav></header><main><h1>{title_of(a)}</h1>{toc}<section>"
        f'{story(a, style)}</section><div class="helpful">Was this article helpful? <button>Yes'
        f"</button> <button>No</button></div></main><aside><h2>See also</h2>{links(0, 3)}</aside>"
        f"<footer>{RIGHTS}</footer>",
    )


def printed(a: Article) -> str:
    """A print view: nothing but the text, the address and the time of printing."""
    return page_of(
        a,
        f'<div id="print"><p class="source">https://daily.example/n/{a.number}?print=1</p><h1>'
        f"{title_of(a)}</h1>{story(a)}<p class='end'>Printed on 5 March 2026 from the pages of The Daily"
        "</p></div>",
    )


def wiki(a: Article) -> str:
    """A site that readers write: edit links, an infobox, notes, categories."""
    style = Style(h='<h2><span class="mw-headline">{}</span><span>[edit]</span></h2>')
    box = (
        '<table class="infobox"><tr><th colspan="2">At a glance</th></tr><tr><th>Where</th><td>Orlstad'
        "</td></tr><tr><th>When</th><td>March 2026</td></tr></table>"
    )
    return page_of(
        a,
        f'<div id="mw-head">{MENU}</div><div id="content"><h1 id="firstHeading">{title_of(a)}</h1><div '
        f'id="mw-content-text"><div class="mw-parser-output">{box}{story(a, style)}<div class='
        '"reflist"><ol><li>The Daily, 4 March 2026.</li></ol></div></div></div><div id="catlinks">'
        f"Categories: Events | Region</div></div><div id='footer'>{RIGHTS}</div>",
        title="{} - Opennews",
    )


def newsletter(a: Article) -> str:
    """A letter on the web: tables in tables, a call to subscribe before and after."""
    style = Style(p='<p style="margin:0 0 20px">{}</p>', h='<h3 style="margin:0">{}</h3>')
    button = '<table><tr><td><a href="/s">Subscribe now</a></td></tr></table>'
    return page_of(
        a,
        f'<table role="presentation"><tr><td><table><tr><td>{button}<h1>{title_of(a)}</h1><h3>By Ada '
        f'Quill</h3><div class="available-content"><div class="body markup">{story(a, style)}</div>'
        f'</div>{button}<p>{NEWSLETTER}</p><p>Ada Quill {AUTHOR}</p><p class="cap">{CAPTION}</p></td>'
        f"</tr></table></td></tr><tr><td>{RIGHTS}</td></tr></table>",
        title="{} - by Ada Quill",
    )


SITES: tuple[Site, ...] = (
    broadsheet,
    tabloid,
    wire,
    weblog,
    ministry,
    old_table,
    soup,
    magazine,
    paywalled,
    amp,
    broadcaster,
    local,
    live,
    forum,
    embedded,
    metadata,
    sections,
    printed,
    wiki,
    newsletter,
)
PAGES_A_SITE = 5


def pages(articles: tuple[Article, ...]) -> list[tuple[str, Article, str]]:
    """A hundred pages: the name of the site, the article, the page; each site has five articles."""
    return [
        (site.__name__, article, site(article))
        for at, site in enumerate(SITES)
        for article in (articles[(at + k * 4) % len(articles)] for k in range(PAGES_A_SITE))
    ]
