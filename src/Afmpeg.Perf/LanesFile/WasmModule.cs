using System.Buffers.Binary;
using System.Text;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.LanesFile;

/// <summary>
/// What a WebAssembly module asks of its host and offers to it, read from its binary format (WebAssembly Core Specification 2.0, section
/// 5.5). Code is not looked at: engines do that.
/// </summary>
/// <param name="ImportedFrom">The modules that its imports name, each once.</param>
/// <param name="Functions">The names of its exported functions.</param>
public sealed record WasmModule(ImmutableArray<string> ImportedFrom, ImmutableArray<string> Functions)
{
    private const int HeaderLength = 8;
    private const int ImportSection = 2;
    private const int ExportSection = 7;
    private const int Function = 0;

    // Reference types that name a heap type after them (WebAssembly Core Specification 3.0, section 5.3).
    private const int NullableReference = 0x63;
    private const int Reference = 0x64;

    private static readonly ImmutableArray<string> Wasi = ["wasi_snapshot_preview1", "wasi_unstable"];

    /// <summary>Why it is no WASI command, which every engine could start; null where it is one.</summary>
    public string? WhyNoCommand =>
        ImportedFrom.Except(Wasi).ToArray() is [var other, ..] ? $"it imports from '{other}', which is not WASI"
        : !Functions.Contains("_start") ? "it exports no function _start"
        : null;

    /// <summary>
    /// Whether emscripten linked it for its JavaScript: it imports from 'env', or from 'a' where its names are made short (-O2 and up).
    /// </summary>
    public bool IsEmscripten => !Functions.Contains("_start") && ImportedFrom.Except(Wasi).ToArray() is ["env" or "a"];

    /// <summary>Reads a module.</summary>
    public static Reading<WasmModule> Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("\0asm"u8) || bytes.Length < HeaderLength)
        {
            return Reading<WasmModule>.Unavailable("it does not begin as WebAssembly does, with the bytes 00 61 73 6d and a version");
        }

        var (version, layer) = (BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]));
        if ((version, layer) != (1, 0))
        {
            return Reading<WasmModule>.Unavailable(layer == 1
                ? "it is a WebAssembly component, not a core module"
                : $"it is WebAssembly of version {version}, layer {layer}");
        }

        try
        {
            return Reading<WasmModule>.Of(Sections(new Cursor(bytes[HeaderLength..])));
        }
        catch (InvalidDataException fault)
        {
            return Reading<WasmModule>.Unavailable($"it is damaged: {fault.Message}");
        }
    }

    private static WasmModule Sections(Cursor rest)
    {
        var imports = new List<string>();
        var functions = new List<string>();
        while (!rest.IsAtEnd)
        {
            var id = rest.Byte();
            var section = new Cursor(rest.Take(rest.Number()));
            if (id == ImportSection)
            {
                Imports(section, imports);
            }
            else if (id == ExportSection)
            {
                Exports(section, functions);
            }
        }

        return new WasmModule([.. imports.Distinct()], [.. functions]);
    }

    private static void Imports(Cursor section, List<string> modules)
    {
        for (var left = section.Number(); left > 0; left--)
        {
            modules.Add(section.Name());
            _ = section.Name();
            switch (section.Byte())
            {
                case Function:
                    _ = section.Number();
                    break;
                case 1:
                    Type(ref section);
                    Limits(ref section);
                    break;
                case 2:
                    Limits(ref section);
                    break;
                case 3:
                    Type(ref section);
                    _ = section.Byte();
                    break;
                case 4:
                    _ = section.Byte();
                    _ = section.Number();
                    break;
                case var kind:
                    throw new InvalidDataException($"an import is of the unknown kind {kind}");
            }
        }
    }

    private static void Exports(Cursor section, List<string> functions)
    {
        for (var left = section.Number(); left > 0; left--)
        {
            var name = section.Name();
            var kind = section.Byte();
            _ = section.Number();
            functions.AddRange(kind == Function ? [name] : []);
        }
    }

    private static void Type(ref Cursor section)
    {
        if (section.Byte() is NullableReference or Reference)
        {
            _ = section.Number();
        }
    }

    private static void Limits(ref Cursor section)
    {
        const int HasMaximum = 1;
        var flags = section.Byte();
        _ = section.Number();
        if ((flags & HasMaximum) != 0)
        {
            _ = section.Number();
        }
    }

    private ref struct Cursor(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> rest = bytes;

        public readonly bool IsAtEnd => rest.IsEmpty;

        public byte Byte() => Take(1)[0];

        // LEB128, of ten bytes at most.
        public ulong Number()
        {
            const int LongestShift = 63;
            var value = 0ul;
            for (var shift = 0; shift <= LongestShift; shift += 7)
            {
                var next = Byte();
                value |= (ulong)(next & 0x7f) << shift;
                if (next < 0x80)
                {
                    return value;
                }
            }

            throw new InvalidDataException("a number in it does not end");
        }

        public string Name() => Encoding.UTF8.GetString(Take(Number()));

        public ReadOnlySpan<byte> Take(ulong length)
        {
            if (length > (ulong)rest.Length)
            {
                throw new InvalidDataException("it ends in the middle of a section");
            }

            var taken = rest[..(int)length];
            rest = rest[(int)length..];
            return taken;
        }
    }
}
