"""HTML escaped and read back."""
import html

print(html.escape('<a href="x">\'&\'</a>'), html.escape('"', quote=False), html.unescape('&lt;b&gt; &amp;amp; &#65;&#x42; &eacute;&copy &quot;&nbsp;&euro; &unknown &#128; &notit; &amp'))
