"""Colours from system to system."""
import colorsys

for c in ((1.0, 0.5, 0.25), (0.2, 0.4, 0.4), (0, 0, 0)):
    print(colorsys.rgb_to_hsv(*c), colorsys.hsv_to_rgb(*c), colorsys.rgb_to_hls(*c), colorsys.hls_to_rgb(*c), colorsys.rgb_to_yiq(*c), colorsys.yiq_to_rgb(*c))
