// Looks at a page as a reader's eye does. Evaluated by ReportInBrowserSpec; each function returns what is wrong, in words.
(() => {
  const levels = text => text.match(/[\d.]+/g).map(Number);
  const linear = level => level <= 10.31 ? level / 255 / 12.92 : ((level / 255 + 0.055) / 1.055) ** 2.4;
  const luminance = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

  // WCAG 2.2, contrast ratio.
  function contrast(one, other) {
    const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  }

  const isSeen = colour => colour !== "none" && (levels(colour)[3] ?? 1) > 0;

  // What is painted behind an element, as far as it is one colour.
  function ground(element) {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (isSeen(colour)) {
        return levels(colour);
      }
    }

    return [255, 255, 255];
  }

  // A text of a picture may stand on one of its shapes.
  function groundInPicture(text) {
    text.scrollIntoView({ block: "center", inline: "center" });
    const box = text.getBoundingClientRect();
    const below = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)
      .filter(each => each instanceof SVGGeometryElement && !text.contains(each))
      .find(each => isSeen(getComputedStyle(each).fill) && getComputedStyle(each).fillOpacity === "1");
    return below ? levels(getComputedStyle(below).fill) : ground(text.closest("figure"));
  }

  const excerpt = element => element.textContent.trim().slice(0, 60);

  const faint = (element, colour, behind) => {
    const ratio = contrast(levels(colour), behind);
    return ratio < 4.5 ? [`${ratio.toFixed(2)} of ${colour} on ${behind}: ${excerpt(element)}`] : [];
  };

  return {
    faintTexts() {
      const texts = [...document.body.querySelectorAll("*:not(script, style, svg *)")]
        .filter(each => [...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()));
      const inPictures = [...document.querySelectorAll("svg text")];
      return [
        ...texts.flatMap(each => faint(each, getComputedStyle(each).color, ground(each))),
        ...inPictures.flatMap(each => faint(each, getComputedStyle(each).fill, groundInPicture(each))),
      ];
    },

    overflow() {
      const width = document.documentElement.clientWidth;
      const wide = [...document.body.querySelectorAll("*:not(.frame *, svg *, .skip)")]
        .filter(each => each.getBoundingClientRect().right > width + 0.5)
        .map(each => `${each.tagName} up to ${each.getBoundingClientRect().right} of ${width}: ${excerpt(each)}`);
      return document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} wide`, ...wide] : wide;
    },
  };
})()
