"""Pages in the manner of twenty sites: how each lays out a story, and what it puts around it."""

from __future__ import annotations

import html
import json
from collections.abc import Callable

from benchmarks.quality.main_text.articles import Article, Style, story
from benchmarks.quality.main_text.clutter import (
    AUTHOR,
    CAPTION,
    COOKIES,
    HEADLINES,
    MENU,
    NEWSLETTER,
    RIGHTS,
    SUPPORT,
    comments,
    links,
)

Site = Callable[[Article], str]


def page_of(article: Article, body: str, head: str = "", title: str = "{} | The Daily") -> str:
    """A whole page around a body."""
    told = title.format(html.escape(article.title, quote=False))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{told}</title>{head}'
        f"<style>.ad{{width:300px}}</style></head><body>{body}</body></html>"
    )


def title_of(article: Article) -> str:
    """The headline as markup."""
    return html.escape(article.title, quote=False)


def broadsheet(a: Article) -> str:
    """A national paper: article element, figure, share bar, box of related stories in the text."""
    box = f'<aside class="related"><h3>Read also</h3><ul>{links(a.number, 3)}</ul></aside>'
    advert = '<div class="ad" aria-label="advertisement"><span>Advertisement</span></div>'
    return page_of(
        a,
        f"{COOKIES}<header><nav><ul>{MENU}</ul></nav></header><main><article><header><h1>{title_of(a)}"
        f'</h1><p class="byline">By <a href="/a">Ada Quill</a></p><time datetime="2026-03-04">4 March'
        f' 2026</time><div class="share"><button>Share</button><button>Save</button></div></header>'
        f'<figure><img src="a.jpg" alt=""><figcaption>{CAPTION}</figcaption></figure>'
        f'<div class="body">{story(a, between={2: box, 4: advert})}</div></article>'
        f'<section class="most-read"><h2>Most read</h2><ol>{links(2, 5)}</ol></section></main>'
        f"<footer><p>{RIGHTS}</p></footer>",
    )


def tabloid(a: Article) -> str:
    """A tabloid: nested divs, bold first lines, adverts and teasers between all paragraphs."""
    teaser = (
        '<div class="teaser"><b>MORE:</b> <a href="/n/1">' + HEADLINES[a.number % 8] + "</a></div>"
    )
    style = Style(p='<p class="txt">{}</p>', h='<h3 class="sub">{}</h3>')
    between = {1: teaser, 3: '<div class="ad-slot">Advert - scroll on</div>', 5: teaser}
    return page_of(
        a,
        f'<div id="top"><ul class="menu">{MENU}</ul></div><div class="wrap"><div class="col-main">'
        f'<h1 class="hl">{title_of(a).upper()}</h1><div class="author-line">By Bo Lind, 12:04, 4 Mar'
        f' 2026 | <a href="#comments">211 comments</a></div><div class="content">'
        f'{story(a, style, between)}</div><div id="comments"><h4>Comments</h4>'
        f"{comments('<div class=comment><b>{}</b><p>{}</p></div>')}</div></div>"
        f'<div class="col-right"><div class="box"><h4>Hot now</h4>{links(3, 6)}</div></div></div>'
        f'<div class="footer">{RIGHTS}</div>',
    )


def wire(a: Article) -> str:
    """An agency: dateline, credit lines at the end, little else."""
    first = f"ORLSTAD, March 4 (Norwire) - {story(a)}".replace("- <p>", "- ", 1)
    return page_of(
        a,
        f'<div class="nav">{MENU}</div><div class="ArticleBody"><h1>{title_of(a)}</h1><p>{first}'
        '<p class="Attribution">Reporting by Ada Quill; Editing by Bo Lind</p>'
        '<p class="trust">Our Standards: The Norwire Principles of Trust.</p></div>'
        f'<div class="recs"><h3>Up next</h3>{links(1, 4)}</div>',
        title="{} - Norwire",
    )


def weblog(a: Article) -> str:
    """A weblog: entry content, sharing links, tags, who wrote it, next and previous entry."""
    return page_of(
        a,
        f'<div id="page" class="site"><header><p class="site-title">Notes from the Quay</p><nav>'
        f'{MENU}</nav></header><div id="primary"><main><article class="post type-post"><header '
        f'class="entry-header"><h1 class="entry-title">{title_of(a)}</h1><div class="entry-meta">Posted'
        ' on <time>March 4, 2026</time> by <span class="author vcard">ada</span></div></header><div '
        f'class="entry-content">{story(a)}<div class="sharedaddy"><h3>Share this:</h3><ul><li>Print'
        '</li><li>Mail</li></ul></div></div><footer class="entry-footer">Posted in News. Tagged '
        'harbour, region.</footer></article><nav class="post-navigation"><div>Previous: '
        f'{HEADLINES[0]}</div><div>Next: {HEADLINES[1]}</div></nav><div id="comments">'
        f"<h2>3 thoughts</h2><ol>{comments('<li class=comment><cite>{}</cite><p>{}</p></li>')}</ol>"
        f'</div></main></div><aside id="secondary" class="widget-area"><h2>Recent posts</h2><ul>'
        f"{links(4, 5)}</ul></aside></div>",
        title="{} – Notes from the Quay",
    )


def ministry(a: Article) -> str:
    """An office: breadcrumb, a list of data before the text, contact for the press after it."""
    return page_of(
        a,
        f'<div class="skip"><a href="#c">Skip to content</a></div><ul class="menu">{MENU}</ul><div '
        'class="breadcrumb">You are here: Home &gt; Press &gt; Releases</div><div id="c" role="main">'
        f'<h1>{title_of(a)}</h1><dl class="meta"><dt>Type</dt><dd>Press release</dd><dt>Number</dt><dd>'
        f'{a.number}/2026</dd><dt>Date</dt><dd>04.03.2026</dd></dl><div class="text">{story(a)}</div>'
        '<div class="contact"><h2>Press contact</h2><p>Press office, telephone 01 234 56, mail '
        'press@office.example</p></div></div><div class="foot">Sitemap | Accessibility | '
        f"{RIGHTS}</div>",
        title="Office of the Region - {}",
    )


def old_table(a: Article) -> str:
    """A site that was laid out with tables and has stayed so; paragraphs are line breaks."""
    style = Style(
        p="{}<br><br>", h="<b>{}</b><br><br>", q="<i>{}</i><br><br>", ul="{}<br>", item="- {}<br>"
    )
    return page_of(
        a,
        '<table width="100%"><tr><td colspan="3"><font size="5">The Valley Courier</font></td></tr>'
        f'<tr><td width="20%" valign="top"><font size="2">{MENU}</font></td><td valign="top"><font '
        f'size="4"><b>{title_of(a)}</b></font><br><font size="1">March 4, 2026</font><br><br>'
        f"{story(a, style)}</td><td width='20%' valign='top'><font size='2'><b>Other news</b><br>"
        f'{links(5, 5, "<a href=/n/{0}>{1}</a><br>")}</font></td></tr><tr><td colspan="3"><font '
        f'size="1">{RIGHTS}</font></td></tr></table>',
        title="The Valley Courier: {}",
    )


def soup(a: Article) -> str:
    """A page built by a script library: divs with names that mean nothing, text in spans."""
    style = Style(
        p='<div class="css-1a2b3c"><span class="x9f">{}</span></div>',
        h='<div class="css-77aa"><span class="x1h">{}</span></div>',
        q='<div class="css-q"><span>{}</span></div>',
        ul='<div class="css-l">{}</div>',
        item='<div class="css-li"><span>{}</span></div>',
    )
    state = json.dumps({"props": {"title": a.title, "body": [b.texts for b in a.blocks]}})
    return page_of(
        a,
        f'<div id="__next"><div class="css-0"><div class="css-nav">{MENU}</div><div class="css-m"><h1 '
        f'class="css-h">{title_of(a)}</h1><div class="css-by"><span>Ada Quill</span> <span>3 min read'
        f'</span></div><div class="css-art">{story(a, style)}</div></div><div class="css-r"><span>'
        f"Recommended for you</span>{links(2, 4, '<div><a href=/n/{0}><span>{1}</span></a></div>')}"
        f'</div><div class="css-f"><span>{RIGHTS}</span></div></div></div><script id="__DATA__" '
        f'type="application/json">{state}</script>',
    )


def magazine(a: Article) -> str:
    """A magazine: standfirst and pull quote that repeat the text, drop capital, author's portrait."""
    pull = f'<aside class="pullquote"><p>{a.blocks[1].texts[0][:60]}…</p></aside>'
    first = a.blocks[0].texts[0]
    capital = f'<p><span class="dropcap">{first[0]}</span>{html.escape(first[1:], quote=False)}</p>'
    rest = Article(a.number, a.title, a.blocks[1:])
    return page_of(
        a,
        f'<nav class="top">{MENU}</nav><article class="longread"><h1>{title_of(a)}</h1><div class='
        f'"credits">Words: Ada Quill. Pictures: Bo Lind.</div><div class="prose">{capital}'
        f'{story(rest, between={2: pull})}</div><div class="author-bio"><img src="q.jpg" alt="">'
        f'<p>Ada Quill {AUTHOR}</p></div></article><div class="newsletter"><h3>The weekend letter</h3>'
        f"<p>{NEWSLETTER}</p><input type='email'><button>Sign up</button></div><footer>{RIGHTS}"
        "</footer>",
        title="{} — Quarterly",
    )


def paywalled(a: Article) -> str:
    """A paper that counts what is read: the plea to subscribe stands in the middle of the text."""
    plea = (
        f'<div class="paywall-banner"><h3>Support us</h3><p>{SUPPORT}</p><a href="/s">Now</a></div>'
    )
    return page_of(
        a,
        f'<header>{MENU}</header><div class="grid"><article itemscope itemtype='
        f'"https://schema.org/NewsArticle"><h1 itemprop="headline">{title_of(a)}</h1><span itemprop='
        f'"author">Ada Quill</span><div itemprop="articleBody">{story(a, between={3: plea})}</div>'
        f'<div class="tags">Topics: <a href="/t/1">Region</a> <a href="/t/2">Law</a></div></article>'
        f"<aside><h2>Subscribers also read</h2>{links(0, 4)}</aside></div><footer>{RIGHTS}</footer>",
    )


def amp(a: Article) -> str:
    """A page for small screens: own elements for pictures and adverts."""
    advert = (
        '<amp-ad width="300" height="250" type="x"><div placeholder>Loading advert</div></amp-ad>'
    )
    return page_of(
        a,
        f'<amp-sidebar id="s"><ul>{MENU}</ul></amp-sidebar><header>The Daily</header><article><h1>'
        f'{title_of(a)}</h1><amp-img src="a.jpg" width="1" height="1"></amp-img><p class="caption">'
        f"{CAPTION}</p>{story(a, between={2: advert, -1: advert})}</article><section "
        f'class="amp-related"><h2>More from us</h2>{links(6, 4)}</section><footer>{RIGHTS}</footer>',
        head='<link rel="canonical" href="https://daily.example/a">',
    )
