"""Pages of an invented daily assessment, in the structures of the sites that have one."""

from __future__ import annotations

FILLER = "The council of the region said nothing that would change this picture of the day."
"""Makes a sentence long enough for a paragraph."""
TITLE = "Border Assessment, March 27, 2025"
CORRECTION = "CORRECTION: The patrol moved 2 kilometers. An earlier version of this report said 7 kilometers."
MENU = "Border Assessment, March 26, 2025"


def paragraph(words: str) -> str:
    """Return a paragraph with some words in front of a filler."""
    return f'<p class="wp-block-paragraph">{words} {FILLER}</p>'


BODY = f"""<div title="Toplines"><p class="wp-block-paragraph"><em>{CORRECTION}&nbsp;</em></p>
<h2 class="gb-text">Toplines</h2>
{paragraph("<strong>The patrol left Popovka.</strong>[1] It came back.[2<b>1]</b>")}</div>
<div><h2>Key Takeaways</h2><ol class="wp-block-list">
<li class="x">The patrol left.</li>

<li>Nothing else moved.[3]</li></ol></div>
<div class="conflict-map-block"><a href="#"><style>.a{{}}</style><script>draw()</script>Zoom in</a></div>
<div class="conflict-map-title" data-map-title="Map">Map of the day</div>
<figure><img src="a.png"><figcaption>Map by the desk</figcaption></figure>
<h2>Main Effort: Northern Road</h2><h3>Effort #1 – Popovka</h3>
<h4><strong>Objective: keep the road </strong></h4>
{paragraph("Nobody advanced. [4]<sup>&nbsp;</sup>The road is wet.")}
{paragraph("A source said [18 August] was quiet.<sup>[5]</sup>Others were silent.")}
{paragraph("{{region.title}}The ditch was filled by elements of the 14th Corps [AC].")}
{paragraph("Rain is expected.")}
<p class="wp-block-paragraph"></p>
<div class="gb-container" title="Endnotes" data-id="endnotes"><div class="gb-accordion">
<button>Endnotes</button><div class="endnote-accordion-content">
<p>[1] https://gazette.invalid/1 ; https://gazette.invalid/2<br>[2] two</p></div></div></div>"""
"""The body as its site has it, and as its REST interface gives it."""

WORDPRESS = f"""<!DOCTYPE html><html><head><title>{TITLE} | Desk</title>
<meta property="og:title" content="{TITLE}">
<link rel="canonical" href="https://desk.invalid/border-assessment-march-27-2025/">
<meta property="article:published_time" content="2025-03-27T23:35:12+00:00" />
<meta property="article:modified_time" content="2025-03-28T09:30:00+00:00" /></head><body>
<nav><h2>Research</h2><a href="/">{MENU}</a></nav><h1>{TITLE}</h1><main><article>
<div class="dynamic-entry-content">{BODY}</div></article></main>
<aside><h3>{MENU}</h3><p>The day before, somebody else left some other place for reasons of their own.</p>
<time datetime="2025-03-26T20:00:00-04:00">Mar 26</time></aside></body></html>"""

DRUPAL = f"""<html><head><title>{TITLE} | Desk for the Border</title>
<meta property="og:title" content="Desk for the Border"></head><body><div class="menu"><h2>{MENU}</h2></div>
<h1 class="title" id="page-title">{TITLE}</h1>
<span property="dc:title" content="{TITLE}"></span>
<span content="2025-03-27T17:48:49-04:00" property="dc:date dc:created">Mar 27, 2025 - Desk</span>
<div class="field field-name-field-pdf"><div class="field-item even">Download the PDF</div></div>
<div class="field field-name-body"><div class="field-items"><div class="field-item even">
<p><strong><br></strong></p><p align="center"><strong>{TITLE}</strong></p>
<p> <strong>Key Takeaways</strong></p><ul><li><strong>The patrol left.</strong></li></ul>
<p><strong><span>Main Effort – Northern Road</span> (Objective: keep the road)</strong></p>
<p>The patrol left Popovka.[1] {FILLER}</p>
<p><a href="/map.png"><img src="/map.png"></a></p>
<p>The <strong>ditch<strong>[2]</strong></strong> was filled. {FILLER}</p><p>Nobody advanced. {FILLER}</p>
<p>It rained. {FILLER}</p><p>The road is wet. {FILLER}</p>
<div><hr><div><p><a href="#_ednref1">[1]</a> <a href="https://gazette.invalid/1">https://gazette.invalid/1</a></p>
</div><div><p><a href="#_ednref2">[2]</a> https://gazette dot invalid/2</p></div></div>
</div></div></div><div class="sidebar"><p>{MENU}</p></div></body></html>"""

MIRROR = f"""<html><head><title>{TITLE} | Mirror</title></head><body>
<div><a href="/donate">Donate</a>
<h2>{{{{region.title}}}}</h2><p>{{{{series.description | limitTo:140}}}}</p></div>
<div class="view"><h1>{TITLE}</h1><div class="words">
<p>The patrol left Popovka.<a href="#_edn1">[i]</a><a href="#_edn2">[ii]</a> {FILLER}</p>
<p><strong><em>Main Effort – Northern Road</em></strong></p>
<p>The ditch was filled.<a href="#_edn19">[xix]</a> {FILLER}</p><p>Nobody advanced. {FILLER}</p>
<p>"We need [civil] help, [i]t is late," a farmer said. {FILLER}</p><p>The road is wet. {FILLER}</p>
<p><a href="#_ref1">[i]</a> <a href="https://gazette.invalid/1">https://gazette.invalid/1</a></p>
<p><a href="#_ref2">[ii]</a> https://gazette dot invalid/2</p></div></div>
<ul><li><p>Reading Now {TITLE}</p></li></ul></body></html>"""
